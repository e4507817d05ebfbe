import xterm from '@xterm/headless';

const PREFIXES = [undefined, '<', '=', '>', '?'];
const MIDDLES = [undefined, ' ', '!', '"', '#', '$', "'", '(', ')', '*', '+', '-', '.', '/', '%'];
const FINALS = Array.from({ length: 0x7f - 0x40 }, (_, index) => String.fromCharCode(0x40 + index));
const ESC_FINALS = Array.from({ length: 0x7f - 0x30 }, (_, index) => String.fromCharCode(0x30 + index));

/** What a terminal did with a text: the sequences it acted on ("OSC 0", "CSI m", "title", "bell", "answer"). */
export type Oracle = (text: string) => Promise<{ acted: string[]; terminal: xterm.Terminal }>;

/** A terminal that records every sequence its parser would act on, every answer, bell and title. */
export function createOracle(): Oracle {
  const acted: string[] = [];
  const terminal = new xterm.Terminal({ cols: 200, rows: 60, scrollback: 0, convertEol: true, allowProposedApi: true });
  const saw = (what: string) => () => acted.push(what) > 0;
  for (const intermediates of MIDDLES) {
    for (const final of ESC_FINALS) {
      terminal.parser.registerEscHandler({ ...(intermediates && { intermediates }), final }, saw(`ESC ${final}`));
    }
    for (const prefix of PREFIXES) {
      for (const final of FINALS) {
        const id = { ...(prefix && { prefix }), ...(intermediates && { intermediates }), final };
        terminal.parser.registerCsiHandler(id, saw(`CSI ${final}`));
        terminal.parser.registerDcsHandler(id, saw(`DCS ${final}`));
      }
    }
  }
  for (let ident = 0; ident < 2000; ident++) terminal.parser.registerOscHandler(ident, saw(`OSC ${ident}`));
  terminal.onTitleChange(saw('title'));
  terminal.onBell(saw('bell'));
  terminal.onData(saw('answer'));
  return async text => {
    acted.length = 0;
    terminal.reset();
    await new Promise<void>(done => terminal.write(text, done));
    return { acted: [...acted], terminal };
  };
}

/** The text on the screen. */
export function screenOf(terminal: xterm.Terminal): string {
  return Array.from(
    { length: terminal.rows },
    (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? '',
  )
    .join('\n')
    .trimEnd();
}
