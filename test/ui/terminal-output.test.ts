import { describe, expect, test } from 'vitest';
import { adaptOutput, portable } from '../../src/ui/terminal-output.ts';

const ENTER = '\u001b[?1049h';
const LEAVE = '\u001b[?1049l';
const CLEAN = '\u001b[H\u001b[J';

/** A terminal that notes what it is written. */
function terminal(options: Parameters<typeof adaptOutput>[1] = {}) {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0 };
  const before = stream.write;
  const output = adaptOutput(stream as unknown as NodeJS.WriteStream, options);
  return { stream, output, before, text: () => written.splice(0).join('') };
}

describe('movements', () => {
  test.each([
    ['\u001b[E', '\u001b[B\r'],
    ['a\u001b[E\u001b[E\u001b[Eb', 'a\u001b[3B\rb'],
    ['\u001b[1G', '\r'],
    ['\u001b[G', '\r'],
    ['\u001b[23G', '\r\u001b[22C'],
    ['\u001b[2G', '\r\u001b[1C'],
    ['\u001b[2K\u001b[1A\u001b[31mE\u001b[39m', '\u001b[2K\u001b[1A\u001b[31mE\u001b[39m'],
  ])('%j is written as %j', (text, expected) => expect(portable(text)).toBe(expected));
});

describe('the alternate screen', () => {
  test('begins at home, blank, and is blank again before it is left', () => {
    const { stream, text } = terminal();
    stream.write(ENTER);
    expect(text()).toBe(`${ENTER}${CLEAN}`);
    stream.write(LEAVE);
    expect(text()).toBe(`${CLEAN}${LEAVE}`);
  });

  test('is not left twice: what is on the other screen is somebody else’s', () => {
    const { stream, text } = terminal();
    stream.write(ENTER);
    stream.write(LEAVE);
    text();
    stream.write(LEAVE);
    expect(text()).toBe('');
    stream.write(ENTER);
    expect(text()).toBe(`${ENTER}${CLEAN}`);
  });

  test('that shows a picture is entered no more, and the first frame replaces it in the same write', () => {
    const { stream, text } = terminal({ onPicture: true });
    stream.write(ENTER);
    stream.write('\u001b[?25l');
    expect(text()).toBe('\u001b[?25l');
    stream.write('frame');
    stream.write('other');
    expect(text()).toBe(`${CLEAN}frame\rother\r`);
    stream.write(LEAVE);
    expect(text()).toBe(`${CLEAN}${LEAVE}`);
  });
});

test('a hidden cursor waits in the first column, a shown one where it belongs', () => {
  const { stream, text } = terminal();
  stream.write('frame');
  stream.write('line\u001b[3A\u001b[8G\u001b[?25h');
  stream.write('\u001b[?25l');
  expect(text()).toBe('frame\rline\u001b[3A\r\u001b[7C\u001b[?25h\u001b[?25l');
});

test('drawing anew replaces the whole screen in one write, without what forgetting would erase', () => {
  const { stream, output, text } = terminal();
  output.redraw(() => stream.write('\u001b[2K\u001b[1A'));
  stream.write('\u001b[?2026h');
  stream.write('frame');
  expect(text()).toBe(`\u001b[?2026h${CLEAN}frame\r`);
});

test('afterwards the stream is as it was', () => {
  const { stream, output, before, text } = terminal({ wholeLines: true });
  expect(stream).toHaveProperty('wholeLines', true);
  output.restore();
  expect(stream.write).toBe(before);
  expect(stream).not.toHaveProperty('wholeLines');
  stream.write('\u001b[E');
  expect(text()).toBe('\u001b[E');
});
