#!/usr/bin/env bash
# ink 8.0.0 alternateScreen: the first frame does not begin at the top.
#
# Expected: a program on the alternate screen, which is cleared on entry, draws from row 1.
# Happens:  Ink sends ?1049h and then the frame, without moving home. Clearing does not move the cursor, so in
#           xterm and its like the frame begins where the shell's cursor was: a frame lower than the screen
#           stands in the middle or at the bottom, and if the start printed something without a line end, the
#           first line begins to the right of it (a line of full width then wraps and pushes the frame).
#           Terminals that keep a cursor for each screen (Konsole, urxvt; seen by hand) begin where the PREVIOUS
#           program on that screen left its cursor, so the first start in a tab is right and the second is
#           garbled. After `clear`, as most try-outs begin, all looks right.
# Where:    ink build/ink.js writes ansiEscapes.enterAlternativeScreen (CSI ?1049h) alone; xterm's description
#           of 1049: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
# Remedy:   send CSI H after every ?1049h.
# Shown:    with @xterm/headless 6.0.0.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts ink@8.0.0 react@19.3.1 @lydell/node-pty@1.1.0 @xterm/headless@6.0.0
unset CI CONTINUOUS_INTEGRATION

cat >app.mjs <<'EOF'
import { render, Text } from 'ink';
import { createElement as h } from 'react';
const lines = Array.from({ length: Number(process.argv[2]) }, (_, i) => `line ${i + 1}`);
render(h(Text, null, lines.join('\n')), { alternateScreen: true, patchConsole: false });
setTimeout(() => process.exit(), 500);
EOF
cat >show.mjs <<'EOF'
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
function bytesOf(count) {
  return new Promise((done) => {
    let bytes = '';
    const pty = spawn(process.execPath, ['app.mjs', String(count)], { cols: 30, rows: 12, env: { ...process.env, TERM: 'xterm' } });
    pty.onData((data) => { bytes += data; });
    pty.onExit(() => done(bytes));
  });
}
// The screen just before the program leaves it, if `earlier` stood there at its start.
async function screen(bytes, earlier) {
  const term = new xterm.Terminal({ cols: 30, rows: 12, allowProposedApi: true });
  await new Promise((done) => term.write(earlier + bytes.split('\x1b[?1049l')[0], done));
  return Array.from({ length: 12 }, (_, y) => term.buffer.active.getLine(y).translateToString(true));
}
const bytes = await bytesOf(4);
const cleared = await screen(bytes, '');
const later = await screen(bytes, 'output\r\n'.repeat(7));
const unfinished = await screen(bytes, 'loading ... ');
console.log(`bytes: ${JSON.stringify(bytes)}`);
console.log('row  cleared   after 7 lines of output   after an unfinished line');
cleared.forEach((line, y) => console.log(`${String(y + 1).padStart(3)}  ${line.padEnd(9)} ${later[y].padEnd(25)} ${unfinished[y]}`));
const described = cleared[0] === 'line 1' && later[0] === '' && later[7] === 'line 1' && unfinished[0].endsWith('      line 1');
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
timeout 60 node show.mjs
