import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Assessment } from '../../assessment/assessment.ts';
import { placesWithSecrets, wordsByPlace } from '../../assessment/leaks/secrets.ts';

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };

/** Where credentials stand, by item or field: those of our own patterns, then tokens that only secretlint knows. */
export async function placesWithCredentials(assessment: Partial<Assessment>): Promise<string[]> {
  return [...new Set([...placesWithSecrets(assessment), ...(await placesWithTokens(assessment))])];
}

/**
 * Where people wrote a token of a service that secretlint knows, by item or field. All words are one text, because each
 * call costs as much as the text of a whole assessment.
 */
export async function placesWithTokens(assessment: Partial<Assessment>): Promise<string[]> {
  const texts = wordsByPlace(assessment).map(([place, words]) => ({ place, text: `${words.join('\n')}\n` }));
  const found = await rangesIn(texts.map(one => one.text).join(''));
  let from = 0;
  return texts.flatMap(({ place, text }) => {
    const to = from + text.length;
    const hit = found.some(([start]) => start >= from && start < to);
    from = to;
    return hit ? [place] : [];
  });
}

/** The tokens themselves, each once, the longest first. */
export async function tokensIn(texts: string[]): Promise<string[]> {
  const content = texts.join('\n');
  const tokens = (await rangesIn(content)).map(([start, end]) => content.slice(start, end).trim());
  return [...new Set(tokens)].filter(token => token !== '').sort((a, b) => b.length - a.length);
}

async function rangesIn(content: string): Promise<(readonly [start: number, end: number])[]> {
  if (content.trim() === '') return [];
  const source = { content, filePath: 'answers.txt', contentType: 'text' as const };
  const { messages } = await lintSource({ source, options: { config } });
  return messages.map(one => one.range);
}
