import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { padText, textWidth, truncateText, wrapText } from '../../../src/text/wrap.ts';
import { sliceWindow } from '../../../src/ui/parts/window.ts';
import { boundariesOf, typedText } from './texts.ts';

const NOT_FIRST = '、。，．」』）】〕〉》！？ー・：；々ゝゞ％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]}.,;:!?%';
const NOT_LAST = '「『（【〔〈《([{';

const display = fc.oneof(
  typedText,
  fc
    .array(
      fc.constantFrom(...NOT_FIRST, ...NOT_LAST, ...'点検の場合アカウント ab`　  \n', 'MFA', '`aws s3 ls`', '👨‍👩‍👧‍👦'),
      {
        maxLength: 60,
      },
    )
    .map(parts => parts.join('')),
);
const width = fc.integer({ min: 1, max: 30 });
const graphemesOf = (text: string) => [...new Intl.Segmenter('ja').segment(text)].map(({ segment }) => segment);
const bare = (text: string) => text.replace(/[ \u3000\n]/g, '');
const base = (grapheme = '') => String.fromCodePoint(grapheme.codePointAt(0) ?? 0);

/** Whether the rules forbid a new line between two graphemes. */
const forbidden = (before: string | undefined, after: string | undefined) =>
  NOT_LAST.includes(base(before)) || NOT_FIRST.includes(base(after));

describe('wrapText', () => {
  test('no line is wider than the width, but for a single grapheme that is', () => {
    fc.assert(
      fc.property(display, width, (text, cells) => {
        for (const line of wrapText(text, cells)) {
          if (graphemesOf(line).length > 1) expect(stringWidth(line)).toBeLessThanOrEqual(cells);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('nothing is lost but blanks', () => {
    fc.assert(
      fc.property(display, width, (text, cells) => {
        expect(bare(wrapText(text, cells).join(''))).toBe(bare(text));
      }),
    );
  });

  test('a line starts or ends against the rules only when no place in it keeps them', () => {
    fc.assert(
      fc.property(display, width, (text, cells) => {
        for (const paragraph of text.split('\n')) {
          const lines = wrapText(paragraph, cells).map(graphemesOf);
          for (const [index, line] of lines.entries()) {
            const next = lines[index + 1];
            if (!next || !forbidden(line.at(-1), next[0])) continue;
            const seen = line.filter(grapheme => !' \u3000'.includes(grapheme));
            for (const [at, grapheme] of seen.entries())
              if (at > 0) expect(forbidden(seen[at - 1], grapheme)).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a word that fits on a line is broken only where the rules leave nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
        fc.integer({ min: 12, max: 30 }),
        (words, cells) => {
          expect(wrapText(words.join(' '), cells).flatMap(line => line.split(' '))).toEqual(words);
        },
      ),
    );
  });

  test('Japanese at 40 columns', () => {
    const text =
      '本番のすべての AWS アカウントで、ルートユーザーに MFA を設定していますか。証拠として、「認証情報レポート」の日付（例：2026-11-02）を書いてください。';
    expect(wrapText(text, 40)).toMatchInlineSnapshot(`
      [
        "本番のすべての AWS アカウントで、ルート",
        "ユーザーに MFA を設定していますか。証拠",
        "として、「認証情報レポート」の日付（例：",
        "2026-11-02）を書いてください。",
      ]
    `);
  });

  test('Japanese at 76 columns', () => {
    const text =
      'CloudTrail をすべてのリージョンで有効にし、ログを専用のアカウントの S3 バケットに集め、削除できないようにしていますか。設定は `aws cloudtrail describe-trails` で確かめられます（読み取り権限だけで足ります）。';
    expect(wrapText(text, 76)).toMatchInlineSnapshot(`
      [
        "CloudTrail をすべてのリージョンで有効にし、ログを専用のアカウントの S3 バ",
        "ケットに集め、削除できないようにしていますか。設定は",
        "\`aws cloudtrail describe-trails\` で確かめられます（読み取り権限だけで足りま",
        "す）。",
      ]
    `);
  });

  test('a character that may not start a line takes the one before it along', () => {
    expect(wrapText('点検する、', 8)).toEqual(['点検す', 'る、']);
    expect(wrapText('点検「済み', 6)).toEqual(['点検', '「済み']);
    expect(wrapText('チェックリスト', 8)).toEqual(['チェック', 'リスト']);
    expect(wrapText('これはチェック', 8)).toEqual(['これは', 'チェック']);
    expect(wrapText('、、、、', 4)).toEqual(['、、', '、、']);
  });

  test('words stay whole, long ones are cut', () => {
    expect(wrapText('Is MFA on for the root user?', 12)).toEqual(['Is MFA on', 'for the root', 'user?']);
    expect(wrapText('see abcdefghijkl', 6)).toEqual(['see', 'abcdef', 'ghijkl']);
    expect(wrapText('a ( b c ) d', 5)).toEqual(['a ( b', 'c ) d']);
  });

  test('a run in backticks stays on one line where it fits', () => {
    expect(wrapText('次に `aws s3 ls` を実行', 16)).toEqual(['次に `aws s3 ls`', 'を実行']);
    expect(wrapText('その次に `aws s3 ls` を実行', 16)).toEqual(['その次に', '`aws s3 ls` を実', '行']);
    expect(wrapText('`aws s3 ls --all`', 8)).toEqual(['`aws s3', 'ls', '--all`']);
  });

  test('line feeds, empty lines and indents stay', () => {
    expect(wrapText('a\n\n  b', 10)).toEqual(['a', '', '  b']);
    expect(wrapText('', 10)).toEqual(['']);
    expect(wrapText('     abcdef', 8)).toEqual(['abcdef']);
  });
});

describe('one line', () => {
  test('truncating keeps to the width and to graphemes', () => {
    fc.assert(
      fc.property(
        typedText.map(text => text.replace(/\n/g, '')),
        fc.nat(20),
        (text, cells) => {
          const cut = truncateText(text, cells);
          expect(stringWidth(cut)).toBeLessThanOrEqual(cells);
          if (cut !== text) expect(boundariesOf(text)).toContain(cut.replace(/…$/, '').length);
        },
      ),
    );
    expect(truncateText('点検リスト', 7)).toBe('点検リ…');
    expect(truncateText('点検リスト', 6)).toBe('点検…');
    expect(truncateText('点検', 4)).toBe('点検');
    expect(truncateText('checklist', 6, '...')).toBe('che...');
    expect(truncateText('checklist', 2, '...')).toBe('ch');
  });

  test('padding fills up to the width', () => {
    expect(padText('点検', 6)).toBe('点検  ');
    expect(padText('点検', 3)).toBe('点検');
    expect(textWidth('点検ab')).toBe(6);
  });
});

describe('sliceWindow', () => {
  test('the selected row is always in a window as tall as it can be', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(60), fc.integer({ min: 1, max: 20 }), (count, selected, height) => {
        const all = Array.from({ length: count }, (_, index) => index);
        const { start, rows } = sliceWindow(all, selected, height);
        expect(rows).toEqual(all.slice(start, start + height));
        expect(rows).toHaveLength(Math.min(count, height));
        if (selected < count) expect(rows).toContain(selected);
      }),
    );
    expect(sliceWindow([1, 2, 3], 0, 0).rows).toEqual([]);
  });

  test('it moves one row at a time in the middle and stands still at the ends', () => {
    const starts = Array.from({ length: 8 }, (_, at) => sliceWindow([0, 1, 2, 3, 4, 5, 6, 7], at, 3).start);
    expect(starts).toEqual([0, 0, 1, 2, 3, 4, 5, 5]);
  });
});
