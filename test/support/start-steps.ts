import type { App } from './app.ts';

/** Answers to the questions of a start; what is left out is skipped with Enter. */
export type StartAnswers = {
  name?: string;
  reviewDate?: string;
  gates?: Record<string, 'yes' | 'no'>;
  people?: string;
  /** Names of case studies or customers, separated by commas. */
  units?: string;
};

/** Starts an assessment from the Home screen; waits for its first item. */
export async function startNew(app: App, reference: string, answers: StartAnswers = {}): Promise<void> {
  const [id = '', version = ''] = reference.split('@');
  const { t, shows } = app.reader;
  const press = app.terminal.press;
  await app.waitFor(shows(t('home.start')), 'Home');
  const all = app.shipped.summaries();
  const lists = [...new Set(all.map(one => one.id))];
  press('n', ...Array<string>(lists.indexOf(id)).fill('down'), 'enter');
  const versions = all.filter(one => one.id === id).toReversed();
  if (versions.length > 1) {
    await app.waitFor(shows(t('start.version')), 'the versions');
    press(...Array<string>(versions.findIndex(one => one.version === version)).fill('down'), 'enter');
  }
  const questionnaire = app.shipped.read(id, version);
  const gates = questionnaire?.gates?.map(gate => gate.id) ?? [];
  await answerStart(app, gates, answers, questionnaire?.units !== undefined);
}

/** The questions after the version, which are the same for every questionnaire. */
export async function answerStart(app: App, gates: string[], answers: StartAnswers, units = false): Promise<void> {
  const { t, shows, walkItem } = app.reader;
  const typed = async (step: 'name' | 'review-date' | 'people' | 'units', text = ''): Promise<void> => {
    await app.waitFor(shows(t(`start.${step}`)), `the question for ${step}`);
    app.terminal.write(`${text}\r`);
  };
  await typed('name', answers.name);
  await typed('review-date', answers.reviewDate);
  if (gates.length > 0) {
    await app.waitFor(shows(t('start.gates')), 'the scope questions');
    const keys = { yes: 'y', no: 'n', open: 'down' } as const;
    app.terminal.press(...gates.map(gate => keys[answers.gates?.[gate] ?? 'open']), 'enter');
  }
  if (units) await typed('units', answers.units);
  await typed('people', answers.people);
  await app.waitFor(frame => walkItem(frame) !== undefined, 'the first item');
}
