#!/usr/bin/env bash
# ink 8.0.0 with incrementalRendering: the picture tears under mosh 1.4.0, which does not know CSI E.
#
# Ink leaves out lines that did not change and moves down with CSI E (CNL, cursor to the next line; ansi-escapes
# calls it cursorNextLine). xterm and most terminals know it. mosh does not; it ignores it. So do Emacs 28.2
# `M-x term` and yasr 0.6.9 (seen by hand).
#
# Expected: a library that draws whole screens keeps to the sequences of TERM's terminfo entry, or the screen is
#           right wherever TERM=xterm-256color is.
# Happens:  under mosh the cursor stays where it was, and each changed line is written over the FIRST line. A
#           counter in the fourth of five lines ends up in the first; nothing repairs it, as Ink believes that
#           the lines above are still there.
# Where:    ink build/log-update.js (createIncremental) pushes ansiEscapes.cursorNextLine; mosh
#           src/terminal/terminalfunctions.cc registers CSI A, B, C, D, H, f but no E. mosh's makers keep to
#           the terminfo entries: https://github.com/mobile-shell/mosh/issues/1164
# Remedy:   write CSI E as "cursor down" and CR in a wrapper around stdout, or incrementalRendering: false.
# Needs:    mosh from the system (without it only the bytes are shown). Loopback only, no ssh.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts ink@8.0.0 react@19.3.1 @lydell/node-pty@1.1.0 @xterm/headless@6.0.0
unset CI CONTINUOUS_INTEGRATION

cat >app.mjs <<'EOF'
import { Box, render, Text } from 'ink';
import { createElement as h, useEffect, useState } from 'react';
function App() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => (count < 2 ? setCount(count + 1) : process.exit()), count < 2 ? 1000 : 3000);
    return () => clearTimeout(timer);
  }, [count]);
  const lines = ['one', 'two', 'three', `count ${count}`, 'five'];
  return h(Box, { flexDirection: 'column' }, ...lines.map((line) => h(Text, { key: line.slice(0, 4) }, line)));
}
render(h(App), { incrementalRendering: process.argv[2] === 'incremental', patchConsole: false });
EOF
cat >show.mjs <<'EOF'
import { execFileSync } from 'node:child_process';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
// Runs a command on a terminal of its own; answers with its bytes and the screen shortly before it ends.
async function screen(file, args, extra = {}) {
  const term = new xterm.Terminal({ cols: 40, rows: 10, allowProposedApi: true });
  let bytes = '';
  let lines = [];
  const pty = spawn(file, args, { cols: 40, rows: 10, env: { ...env, ...extra } });
  pty.onData((data) => {
    bytes += data;
    term.write(data, () => {
      const now = Array.from({ length: 10 }, (_, y) => term.buffer.active.getLine(term.buffer.active.viewportY + y).translateToString(true));
      if (now.some((line) => line.includes('count 2') || /^2/.test(line) || line.includes('five'))) lines = now.map((line) => line.trimEnd()).filter(Boolean);
    });
  });
  await new Promise((done) => pty.onExit(done));
  return { bytes, lines: lines.filter((line) => !line.includes('[mosh')) };
}
// mosh-server starts its program in the home folder, so the path is absolute.
const app = (mode) => [process.execPath, new URL('app.mjs', import.meta.url).pathname, mode];
async function mosh(mode) {
  const started = execFileSync('mosh-server', ['new', '-i', '127.0.0.1', '-l', 'LANG=C.UTF-8', '--', ...app(mode)], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [, port, key] = started.match(/MOSH CONNECT (\d+) (\S+)/);
  return screen('mosh-client', ['127.0.0.1', port], { MOSH_KEY: key, MOSH_NO_TERM_INIT: '1' });
}
const direct = await screen(process.execPath, app('incremental').slice(1));
const text = (lines) => lines.join(' / ');
console.log('bytes of one change, straight:', JSON.stringify(direct.bytes.match(/\x1b\[5A.*?\x1b\[\?2026l/s)?.[0]));
console.log('straight, incremental:  ', text(direct.lines));
const usesCnl = direct.bytes.includes('\x1b[E') && text(direct.lines) === 'one / two / three / count 2 / five';
if (process.argv[2] !== 'mosh') {
  console.log('mosh is not installed: its torn screen cannot be shown here');
  console.log(usesCnl ? '\nas described, as far as shown' : '\nNO LONGER as described');
  process.exit(usesCnl ? 0 : 1);
}
const torn = await mosh('incremental');
const whole = await mosh('full');
console.log('under mosh, incremental:', text(torn.lines));
console.log('under mosh, full:       ', text(whole.lines));
const described = usesCnl && !text(torn.lines).startsWith('one / two / three / count 2') && text(whole.lines) === text(direct.lines);
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
if command -v mosh-server >/dev/null && command -v mosh-client >/dev/null; then have=mosh; else have=none; fi
timeout 90 node show.mjs "$have"
