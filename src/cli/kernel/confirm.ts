import { readLines } from '../../frontends/lines/lines.ts';
import type { Context } from './context.ts';

/** Asks a person at a terminal for a yes; false without asking where nobody could answer. */
export async function isConfirmed({ world }: Context, question: string): Promise<boolean> {
  if (world.stdin.isTTY !== true || world.stdout.isTTY !== true) return false;
  const lines = readLines(world);
  const answer = await lines.ask(`${question} `);
  lines.close();
  return /^\s*(y|yes|はい)\s*$/i.test(answer ?? '');
}
