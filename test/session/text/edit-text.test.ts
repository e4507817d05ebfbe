import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editText, type TextCommand } from '../../../src/session/text/edit-text.ts';
import { createTextArea, TEXT_LIMIT, type TextArea } from '../../../src/session/text/text-area.ts';
import { anyText, boundariesOf, hasLoneSurrogate, typedText } from './texts.ts';

const NAMES = [
  'newline',
  'left',
  'right',
  'word-left',
  'word-right',
  'up',
  'down',
  'line-start',
  'line-end',
  'text-start',
  'text-end',
  'backspace',
  'delete',
  'delete-word-left',
  'delete-word-right',
  'kill-to-end',
  'kill-to-start',
  'yank',
  'undo',
  'redo',
] as const;

const command: fc.Arbitrary<TextCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...NAMES).map(type => ({ type })) },
  anyText.map(text => ({ type: 'insert' as const, text })),
);
const area = fc
  .tuple(typedText, fc.boolean(), fc.nat(40))
  .map(([text, multiline, lefts]) => run(createTextArea(text, { multiline }), ...Array(lefts).fill('left')));
const width = fc.integer({ min: 1, max: 20 });

/** Commands by name; what is no name is typed. */
function run(from: TextArea, ...steps: string[]): TextArea {
  return steps.reduce<TextArea>((state, step) => {
    const named = NAMES.find(name => name === step);
    return editText(state, named ? { type: named } : { type: 'insert', text: step }, 10);
  }, from);
}

const note = (text: string) => createTextArea(text, { multiline: true });
const field = (text: string) => createTextArea(text, { multiline: false });
const shown = ({ text, cursor }: TextArea) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('whatever is done', () => {
  test('the cursor is on a boundary, no surrogate is alone, a single-line field has one line', () => {
    fc.assert(
      fc.property(area, fc.array(command, { maxLength: 30 }), width, (start, commands, cells) => {
        let state = start;
        for (const next of commands) {
          state = editText(state, next, cells);
          expect(boundariesOf(state.text)).toContain(state.cursor);
          expect(hasLoneSurrogate(state.text)).toBe(false);
          expect(/(?!\n)\p{Cc}/u.test(state.text)).toBe(false);
          if (!state.multiline) expect(state.text).not.toContain('\n');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is put in is gone after undo, and back after redo', () => {
    fc.assert(
      fc.property(area, anyText, (start, text) => {
        const put = run(start, text);
        if (put.text === start.text) return;
        expect(shown(run(put, 'undo'))).toBe(shown(start));
        expect(shown(run(put, 'undo', 'redo'))).toBe(shown(put));
      }),
    );
  });

  test('enough undo leads back to the start', () => {
    fc.assert(
      fc.property(area, fc.array(command, { maxLength: 30 }), (start, commands) => {
        const end = commands.reduce((state, next) => editText(state, next, 10), start);
        expect(run(end, ...Array(60).fill('redo'), ...Array(60).fill('undo')).text).toBe(start.text);
      }),
    );
  });

  test('left and right lead back to the same place', () => {
    fc.assert(
      fc.property(area, start => {
        if (start.cursor > 0) expect(run(start, 'left', 'right').cursor).toBe(start.cursor);
        if (start.cursor < start.text.length) expect(run(start, 'right', 'left').cursor).toBe(start.cursor);
      }),
    );
  });

  test('the argument stays as it was', () => {
    fc.assert(
      fc.property(area, command, (start, next) => {
        const copy = structuredClone(start);
        editText(start, next, 10);
        expect(start).toEqual(copy);
      }),
    );
  });
});

describe('graphemes', () => {
  test.each(['か\u3099', '👨‍👩‍👧‍👦', '🇯🇵', '☕\ufe0f', '𠮷', 'क्षि', '葛\u{e0100}'])('%s is one step', grapheme => {
    const area = note(`a${grapheme}`);
    expect(run(area, 'left').cursor).toBe(1);
    expect(run(area, 'backspace').text).toBe('a');
    expect(run(area, 'left', 'delete').text).toBe('a');
  });

  test('a mark that joins takes the cursor behind what it joined', () => {
    expect(shown(run(note('か\n\u3099'), 'left', 'backspace'))).toBe('か\u3099|');
  });
});

describe('insert', () => {
  test('line ends, tabs and controls are made plain', () => {
    expect(run(note(''), 'a\r\nb\rc\td\u001b[0m\u0007').text).toBe('a\nb\nc  d[0m');
    expect(run(field(''), 'a\r\nb').text).toBe('a b');
    expect(run(field('a'), 'newline').text).toBe('a');
    expect(run(note('a'), 'newline').text).toBe('a\n');
    expect(run(note(''), '\ud83d').text).toBe('\ufffd');
  });

  test('what goes over the limit is refused at a grapheme boundary and reported until the next command', () => {
    const full = run(note('a'.repeat(TEXT_LIMIT - 3)), 'b👍👍');
    expect(full.text.length).toBe(TEXT_LIMIT);
    expect(full.full).toBe(true);
    expect(run(full, 'c').text).toBe(full.text);
    expect(run(full, 'left').full).toBeUndefined();
    expect(run(note('a'.repeat(TEXT_LIMIT - 1)), '👍').text.length).toBe(TEXT_LIMIT - 1);
  });
});

describe('words', () => {
  test('Japanese and English', () => {
    expect(shown(run(note('本番環境を点検する。'), 'word-left'))).toMatch(/点検\|する。$/);
    expect(shown(run(note('本番環境を点検する。'), 'text-start', 'word-right'))).toBe('本番|環境を点検する。');
    expect(shown(run(note('hello, world'), 'word-left', 'word-left'))).toBe('|hello, world');
    expect(shown(run(note('one\n\ntwo'), 'word-left', 'word-left'))).toBe('|one\n\ntwo');
    expect(shown(run(note('one\n\ntwo'), 'text-start', 'word-right', 'word-right'))).toBe('one\n\ntwo|');
    expect(run(note('ok 👍👍'), 'delete-word-left').text).toBe('ok 👍');
  });

  test('a deleted word can be put back', () => {
    expect(run(note('one two'), 'delete-word-left', 'yank', 'yank').text).toBe('one twotwo');
    expect(run(note('one two'), 'text-start', 'delete-word-right').text).toBe(' two');
  });
});

describe('lines', () => {
  test('up and down go by rows on the screen and remember the column', () => {
    const area = note('0123456789abcdef\nxy\n日本語の');
    expect(run(area, 'up').cursor).toBe(19);
    expect(run(area, 'up', 'up').cursor).toBe(16);
    expect(run(area, 'up', 'up', 'up').cursor).toBe(8);
    expect(run(area, 'up', 'up', 'down', 'down').cursor).toBe(area.cursor);
    const home = run(area, 'text-start');
    expect(run(home, 'up')).toBe(home);
  });

  test('line ends are those of the logical line', () => {
    const area = run(note('abc\nde'), 'up');
    expect(shown(run(area, 'line-start'))).toBe('|abc\nde');
    expect(shown(run(area, 'line-end'))).toBe('abc|\nde');
  });

  test('kill takes the newline only when it stands at it', () => {
    const area = run(note('abc\nde'), 'text-start', 'right');
    expect(shown(run(area, 'kill-to-end'))).toBe('a|\nde');
    expect(shown(run(area, 'kill-to-end', 'kill-to-end'))).toBe('a|de');
    expect(shown(run(area, 'kill-to-start'))).toBe('|bc\nde');
    expect(shown(run(area, 'kill-to-end', 'text-end', 'yank'))).toBe('a\ndebc|');
  });
});

describe('undo', () => {
  test('goes back by about a word while typing', () => {
    const typed = run(note(''), ...'audit trail');
    expect(run(typed, 'undo').text).toBe('audit ');
    expect(run(typed, 'undo', 'undo').text).toBe('');
    expect(run(typed, 'undo', 'undo', 'redo').text).toBe('audit ');
  });

  test('takes at most twenty graphemes at once', () => {
    const typed = run(note(''), ...'あいうえおかきくけこさしすせそたちつてとなに');
    expect(run(typed, 'undo').text).toHaveLength(20);
  });

  test('a paste, a move and a deletion each begin a step', () => {
    expect(run(note(''), 'a', 'pasted text that is long enough', 'undo').text).toBe('a');
    expect(run(note(''), 'a', 'left', 'b', 'undo').text).toBe('a');
    expect(run(note('abc'), 'backspace', 'backspace', 'x', 'undo', 'undo').text).toBe('abc');
  });

  test('a new change forgets what was undone', () => {
    expect(run(note(''), 'a', 'undo', 'b', 'redo').text).toBe('b');
  });
});

test('a command that changes nothing gives the same object back', () => {
  const area = field('abc');
  for (const step of ['right', 'down', 'up', 'text-end', 'delete', 'redo', 'undo', 'yank', 'newline']) {
    expect(run(area, step), step).toBe(area);
  }
});
