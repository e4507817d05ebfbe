import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject } from 'vitest';
import { checkList } from '../../src/assessment/answers/checks.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { openShipped, type Shipped } from '../../src/questionnaire/load/shipped.ts';
import type { Item, Lang, Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { parseAssessment } from '../../src/store/format.ts';
import { expectGolden } from './golden.ts';
import { goToItem, type ItemSteps, itemSteps } from './item-steps.ts';
import { type Reader, readerFor } from './picture.ts';
import { createAssessment, type Folders, makeFolders, NOW, startProgram } from './program.ts';
import type { Frame } from './screen.ts';
import { type StartAnswers, startNew } from './start-steps.ts';
import type { Exit, Terminal } from './terminal.ts';

export type AppOptions = { lang: Lang; columns: number; rows: number; now?: string | undefined };

/** The real program as a person uses it: keys by name, items by id, messages by key. */
export class App {
  readonly folders: Folders = makeFolders();
  readonly shipped: Shipped = openShipped(join(dirname(inject('program')), 'questionnaires'));
  /** Scope questions that this story answers with no. */
  gatesOff: string[] = [];
  /** The questionnaire that the items come from. */
  questionnaire: Questionnaire | undefined;
  lang: Lang;
  reader: Reader;
  readonly options: AppOptions;
  /** More variables for the program. */
  env: Record<string, string> = {};
  /** Whether characters of ambiguous width take two cells in the terminal. */
  wide = false;
  /** Hears of everything that the program writes. */
  heard: ((data: string) => void) | undefined;
  #terminal: Terminal | undefined;
  #args: string[] = [];

  constructor(options: AppOptions) {
    this.options = { now: NOW, ...options };
    this.lang = options.lang;
    this.reader = readerFor(options.lang);
  }

  get terminal(): Terminal {
    if (!this.#terminal) throw new Error('the program is not running: start it first');
    return this.#terminal;
  }

  /** Opens the program; waits for its first screen, with `open` for the walk. */
  async start(args: string[] = []): Promise<this> {
    this.launch(args);
    if (args[0] === 'open') await this.waitFor(frame => this.reader.walkItem(frame) !== undefined, 'the walk');
    else await this.waitFor(frame => frame.alternate && frame.text.trim() !== '', 'the first screen');
    return this;
  }

  /** Starts the program and waits for nothing. */
  launch(args: string[] = []): void {
    const { columns, rows, now } = this.options;
    this.#args = args;
    this.#terminal = startProgram({
      folders: this.folders,
      args,
      lang: this.lang,
      columns,
      rows,
      now,
      env: this.env,
      wide: this.wide,
    });
    if (this.heard) this.#terminal.onOutput(this.heard);
  }

  /** Creates an assessment without screens and opens its walk. */
  async startOn(reference: string, name: string): Promise<string> {
    const id = this.create(reference, name);
    await this.start(['open', id]);
    return id;
  }

  create(reference: string, name: string): string {
    this.use(reference);
    return createAssessment({ folders: this.folders, lang: this.lang, now: this.options.now, reference, name });
  }

  home(): { startNew: (reference: string, answers?: StartAnswers) => Promise<void> } {
    return {
      startNew: async (reference, answers) => {
        this.use(reference);
        this.gatesOff = Object.entries(answers?.gates ?? {}).flatMap(([gate, value]) => (value === 'no' ? [gate] : []));
        await startNew(this, reference, answers);
      },
    };
  }

  /** The steps that a person takes on an item; goes to it first. */
  item(id: string): ItemSteps {
    return itemSteps(this, id, Promise.resolve());
  }

  goTo(id: string): Promise<void> {
    return goToItem(this, id);
  }

  /** Keys in one write; waits until the program has done what they ask for. */
  async press(...keys: string[]): Promise<Frame> {
    this.terminal.press(...keys);
    return this.terminal.idle();
  }

  waitFor(wanted: Parameters<Terminal['waitFor']>[0], what?: string): Promise<Frame> {
    return this.terminal.waitFor(wanted, what);
  }

  /** Switches the language as a person does. */
  async switchLanguage(key: 'L' | 'ctrl+l' = 'L'): Promise<void> {
    await this.press(key);
    this.lang = this.lang === 'ja' ? 'en' : 'ja';
    this.reader = readerFor(this.lang);
  }

  /** Leaves with Ctrl+C: everything is saved, the terminal is as it was. */
  async interrupt(): Promise<Exit> {
    this.terminal.press('ctrl+c');
    const exit = await this.terminal.exit;
    expect(exit).toEqual({ code: 130, signal: 0, left: [] });
    return exit;
  }

  /** Leaves and comes back the same way; `args` may differ. */
  async restart(args: string[] = this.#args): Promise<void> {
    await this.interrupt();
    await this.start(args);
  }

  itemData(id: string): Item {
    const item = this.questionnaire?.sections.flatMap(section => section.items).find(one => one.id === id);
    if (!item) throw new Error(`no item ${id} in ${this.questionnaire?.id}`);
    return item;
  }

  /** The sub-questions of an item in the order of the screen. */
  checkIds(id: string): string[] {
    const { checks } = this.itemData(id);
    return checks ? checkList(checks).map(({ leaf }) => leaf.id) : [];
  }

  /** Whether the part of the organisation is asked, as the scope questions were answered in this story. */
  asksOrganization(id: string): boolean {
    const gate = this.itemData(id).perUnit?.organizationGate;
    return gate === undefined || !this.gatesOff.includes(gate);
  }

  /** The answers file as it lies on disk. */
  answers(id: string): Assessment {
    const path = join(this.folders.home, 'assessments', `${id}.json`);
    return parseAssessment(readFileSync(path), id, path);
  }

  /** Puts answers into the file of an assessment that is not open. */
  seed(id: string, answers: Assessment['answers']): void {
    const path = join(this.folders.home, 'assessments', `${id}.json`);
    writeFileSync(path, JSON.stringify({ ...this.answers(id), answers }));
  }

  /** A file that the program wrote into its current directory. */
  file(name: string): { text: string; matchesGolden: (golden?: string) => void } {
    const text = readFileSync(join(this.folders.cwd, name), 'utf8');
    return { text, matchesGolden: (golden = name) => expectGolden(text, golden) };
  }

  private use(reference: string): void {
    const [id = '', version = ''] = reference.split('@');
    this.questionnaire = this.shipped.read(id, version);
  }
}
