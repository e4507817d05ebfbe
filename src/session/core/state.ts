import type { Listed } from '../../assessment/answers/listed.ts';
import type { Assessment, Status } from '../../assessment/assessment.ts';
import type { Day } from '../../assessment/day.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { WorkshopPlan } from '../../assessment/workshop/workshop.ts';
import type { Lang, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Summary } from '../../questionnaire/schema/summary.ts';
import type { TextArea } from '../text/text-area.ts';

export type MapFilter =
  | 'confirm'
  | 'differing'
  | 'all'
  | 'unanswered'
  | 'gaps'
  | 'flagged'
  | 'stale'
  | 'mine'
  | 'technical'
  | 'operations'
  | 'business';

/** The steps of starting an assessment; `gates` and `people` come after what identifies it. */
export type StartStep = 'version' | 'name' | 'review-date' | 'gates' | 'units' | 'people';
export type StartDraft = {
  questionnaireId: string;
  version: string;
  name: string;
  reviewDate: string;
  people: string;
  units: string;
  gates: Record<string, 'yes' | 'no'>;
};

/** What is told of a copy before it is taken in; `author` is whose answers they are. */
export type OfferedCopy = { name: string; list: string; answered: number; author?: string };

/** What one-line fields of a meeting hold. */
export type MeetingField = 'decision' | 'dissent' | 'action' | 'park';

/** What a text field writes to when it is confirmed. */
export type FieldTarget =
  | { type: 'note'; item: string; unit?: string }
  | { type: 'owner'; item: string }
  | { type: 'due'; item: string }
  | { type: 'accept'; item: string }
  | { type: 'reason'; item: string; unit?: string }
  | { type: 'value'; item: string; value: string; unit?: string }
  | { type: 'unit-name'; unit: string }
  | { type: 'unit-value'; unit: string; value: string }
  | { type: 'name' }
  | { type: 'review-date' }
  | { type: 'people' }
  | { type: MeetingField; item: string }
  | { type: 'milestone' }
  | { type: 'import' }
  /** A copy that was found in a file: the text is the name of the assessment that is made of it. */
  | { type: 'take'; path: string; copy: OfferedCopy };

/** What can be read and written as a report. */
export type ReportKind = 'gap' | 'plan' | 'minutes';

export type EvidenceDraft = { what: string; where: string; date: string; validUntil: string; owner: string };
export const EVIDENCE_FIELDS = ['what', 'where', 'date', 'validUntil', 'owner'] as const;

export type Screen =
  | { name: 'home'; index: number }
  | { name: 'start'; step: StartStep; draft: StartDraft; index: number; area: TextArea; questionnaire?: Questionnaire }
  | { name: 'walk'; item: string; row: number | undefined; unit?: string | undefined }
  | { name: 'map'; index: number; filter: MapFilter; marked?: string[] }
  | { name: 'check'; index: number }
  | { name: 'plan'; index: number }
  | { name: 'gates'; index: number }
  | { name: 'units'; index: number }
  | { name: 'report'; which: ReportKind; lang: Lang | 'both'; scroll: number }
  | { name: 'settings'; index: number }
  | { name: 'workshop'; index: number; draft: WorkshopPlan }
  | { name: 'history'; index: number; marked?: string }
  | { name: 'versions'; from: string; to: string; scroll: number }
  | { name: 'moved'; from: string; to?: string; index: number }
  | { name: 'reuse'; other: string; index: number };

/** What lies over a screen. `base` is the assessment that a person saw when they opened it, and write on top of. */
export type Overlay =
  | { kind: 'help'; scroll: number }
  | { kind: 'guide'; item: string; scroll: number; trail?: string[] }
  | { kind: 'reason'; items: string[]; unit?: string | undefined; index: number; text?: string }
  | {
      kind: 'options';
      target: Extract<FieldTarget, { type: 'value' }>;
      index: number;
      chosen: string[];
      base?: Assessment | undefined;
    }
  | { kind: 'field'; target: FieldTarget; area: TextArea; base?: Assessment | undefined; error?: Message }
  | { kind: 'vote'; item: string; index: number; status?: Status }
  | { kind: 'search'; area: TextArea; index: number }
  | { kind: 'evidence'; item: string; index: number }
  | {
      kind: 'evidence-form';
      item: string;
      id: string;
      row: number;
      draft: EvidenceDraft;
      area: TextArea;
      base?: Assessment | undefined;
      error?: Message;
    }
  | { kind: 'confirm-delete'; id: string; name: string }
  | { kind: 'confirm-undo' }
  | { kind: 'problems'; lines: string[]; scroll: number }
  | { kind: 'trouble'; id: string; code: string; path: string; backup?: string };

/** A screen by its name. */
export type On<Name extends Screen['name']> = Extract<Screen, { name: Name }>;
/** An overlay by its kind. */
export type Of<Kind extends Overlay['kind']> = Extract<Overlay, { kind: Kind }>;

/** A text to show: a key of the locales and its values, or text as it is; `lines` hold all there is to say. */
export type Message = { key: string; values?: Record<string, string | number>; lines?: string[] };

type Saving = { state: 'saved' } | { state: 'saving' } | { state: 'failed'; message: Message };

/** Everything the screens are drawn from. `behind` is where Esc leads. */
export type State = {
  lang: Lang;
  sideBySide: boolean;
  ascii: boolean;
  today: Day;
  catalogue: Summary[];
  listed: Listed[];
  open?: OpenAssessment;
  demo: boolean;
  /** What lies around the open assessment: versions of its list, oldest first, and assessments that share items with it. */
  around?: { versions: Questionnaire[]; others: OpenAssessment[] };
  /** Where tokens of services were found when the check was last shown, and in which assessment. */
  tokens?: { assessment: string; places: string[] };
  screen: Screen;
  behind: Screen[];
  overlay?: Overlay;
  saving: Saving;
  /** The instant that the clock of a meeting shows. */
  now?: string;
  notice?: Message & { tone: 'good' | 'bad' | 'plain' };
  size: { columns: number; rows: number };
};
