import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Answer, Assessment, UnitAnswer } from '../assessment/assessment.ts';

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };

/** Items whose words hold a token of a service that secretlint knows, in the order of the answers. What was found is not kept. */
export async function itemsWithTokens({ answers }: Pick<Assessment, 'answers'>): Promise<string[]> {
  const found: string[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const content = wordsOf(answer);
    if (content.trim() === '') continue;
    const source = { content, filePath: `${id}.txt`, contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config } });
    if (messages.length > 0) found.push(id);
  }
  return found;
}

function wordsOf(answer: Answer): string {
  const evidence = (answer.evidence ?? []).flatMap(one => [one.what, one.where ?? '', one.owner ?? '']);
  const said = ({ note, reason, values }: UnitAnswer): string[] => [
    note ?? '',
    reason?.text ?? '',
    ...Object.values(values ?? {}),
  ];
  const { reason } = answer.plan ?? {};
  return [
    ...said(answer),
    ...Object.values(answer.units ?? {}).flatMap(said),
    answer.owner ?? '',
    reason ?? '',
    ...evidence,
  ].join('\n');
}
