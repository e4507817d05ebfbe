import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Assessment } from '../assessment/assessment.ts';
import { wordsIn } from '../assessment/secrets.ts';

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };

/**
 * Items whose words hold a token of a service that secretlint knows, in the order of the answers. All words are one
 * text, because each call costs as much as the text of a whole assessment. What was found is not kept.
 */
export async function itemsWithTokens({ answers }: Pick<Assessment, 'answers'>): Promise<string[]> {
  const texts = Object.entries(answers).map(([id, answer]) => ({ id, text: `${wordsIn(answer).join('\n')}\n` }));
  const content = texts.map(one => one.text).join('');
  if (content.trim() === '') return [];
  const source = { content, filePath: 'answers.txt', contentType: 'text' as const };
  const { messages } = await lintSource({ source, options: { config } });
  const places = messages.map(one => one.range[0]);
  let from = 0;
  return texts.flatMap(({ id, text }) => {
    const to = from + text.length;
    const hit = places.some(place => place >= from && place < to);
    from = to;
    return hit ? [id] : [];
  });
}
