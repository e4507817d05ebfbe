import type { BlockContent } from 'mdast';
import { type Lang, translator } from '../../i18n/index.ts';
import type { Confidence, ConfidenceLevel, Item } from '../../questionnaire/schema/schema.ts';
import { paragraph } from '../markdown/nodes.ts';
import type { Voice } from '../voice.ts';

const FIRM: readonly ConfidenceLevel[] = ['source', 'official'];
const FACETS = ['id', 'title', 'rule'] as const;

export type Doubt = { facet: (typeof FACETS)[number]; level: ConfidenceLevel };

/** What is not firmly known of an item or of a whole version. */
export function weakFacets(confidence: Confidence = {}): Doubt[] {
  return FACETS.flatMap(facet => {
    const level = confidence[facet];
    return level === undefined || FIRM.includes(level) ? [] : [{ facet, level }];
  });
}

/** Doubts in the words of a language: `Title (Inferred), Rule (Assumed)`. */
export function doubtWords(lang: Lang, doubts: Doubt[]): string {
  const t = translator(lang);
  return doubts
    .map(({ facet, level }) =>
      t('report.doubt.facet', { facet: t(`confidence.facet.${facet}`), level: t(`confidence.${level}`) }),
    )
    .join(t('report.comma'));
}

/**
 * How far an item can be trusted where it is not firm, and what there is to know about its wording.
 * What holds for the whole version (`known`) is said once at the top of the report.
 */
export function doubts(voice: Voice, { confidence, note }: Item, known: Confidence = {}): BlockContent[] {
  const own = weakFacets(confidence).filter(({ facet, level }) => known[facet] !== level);
  return [
    ...(own.length === 0
      ? []
      : [paragraph(voice.sentence('report.doubt', lang => ({ facets: doubtWords(lang, own) })))]),
    ...(note ? [paragraph(voice.label('report.remark')), ...voice.prose(note)] : []),
  ];
}
