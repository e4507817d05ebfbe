import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShipped } from '../questionnaire/load/shipped.ts';
import { type Demo, demoAssessment } from '../workspace/demo.ts';
import { type Context, openWorkspace } from './kernel/context.ts';
import type { Opened } from './lookup.ts';

/** The example assessment in the language and on the day of the context; it lies in no file. */
export function openDemo({ world, lang, today }: Context): Opened {
  const folder = world.questionnairesFolder;
  // Written and checked by our build.
  const demo = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Demo;
  const [id = '', version = ''] = demo.questionnaire.split('@');
  const questionnaire = openShipped(folder).read(id, version);
  if (!questionnaire) throw new Error(`demo of a version that is not shipped: ${demo.questionnaire}`);
  return { questionnaire, assessment: demoAssessment(demo, questionnaire, lang, today) };
}

/** Runs `use` on a data directory that holds nothing but the example and is gone afterwards. */
export async function withDemoHome<Result>(
  context: Context,
  use: (demo: Context, id: string) => Promise<Result>,
): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'tenken-demo-'));
  try {
    const workspace = await openWorkspace(context, home);
    const { id } = await workspace.store.create(openDemo(context).assessment);
    return await use({ ...context, home, workspace: async () => workspace }, id);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
