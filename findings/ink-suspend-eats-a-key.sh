#!/usr/bin/env bash
# ink 8.0.0: during suspendTerminal() Ink reads on, and the child loses one of its first keys.
#
# suspendTerminal() is made for starting an editor: its documentation says that Ink stops consuming input while
# the terminal is handed over.
#
# Expected: a child with inherited stdin gets every key.
# Happens:  one read of the terminal is still under way in the parent. One of the first chunks that are typed goes
#           there: the editor never sees it, and Ink takes it for a key when the suspension ends (here it arrives
#           at useInput). A chunk can be a whole phrase that an input method commits. A child that makes itself
#           the foreground group turns that read into SIGTTIN, which stops the parent. vim mostly hides all this,
#           as the terminal's answer to vim's first query is the chunk that gets lost.
# Where:    ink build/components/App.js: it removes its "readable" listener and unrefs stdin, which ends neither
#           the stream's flow nor the handle's pending read. The function came with
#           https://github.com/vadimdemedes/ink/pull/972
# Remedy:   stdin.pause() some milliseconds after the suspension begins (not at once: measured, no effect), or
#           spawnSync.
# Note:     which key is lost differs from round to round, so six rounds are run.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts ink@8.0.0 react@19.3.1 @lydell/node-pty@1.1.0
unset CI CONTINUOUS_INTEGRATION

cat >child.mjs <<'EOF'
import { writeSync } from 'node:fs';
process.stdin.setRawMode(true);
process.stdin.on('data', (keys) => {
  writeSync(1, `[child ${keys}]`);
  if (String(keys).includes('z')) { process.stdin.setRawMode(false); process.exit(); }
});
writeSync(1, '[ready]');
EOF
cat >app.mjs <<'EOF'
import { spawn, spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { render, Text, useApp, useInput } from 'ink';
import { createElement as h, useEffect } from 'react';
const options = { stdio: 'inherit' };
function App() {
  const { suspendTerminal, exit } = useApp();
  useInput((key) => writeSync(1, `[ink ${key}]`));
  useEffect(() => {
    setTimeout(async () => {
      await suspendTerminal(() => {
        if (process.argv[2] === 'sync') { spawnSync(process.execPath, ['child.mjs'], options); return; }
        return new Promise((done) => spawn(process.execPath, ['child.mjs'], options).on('exit', done));
      });
      setTimeout(exit, 300);
    }, 300);
  }, []);
  return h(Text, null, 'hello');
}
render(h(App), { patchConsole: false });
EOF
cat >show.mjs <<'EOF'
import { spawn } from '@lydell/node-pty';
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
async function round(mode) {
  const pty = spawn(process.execPath, ['app.mjs', mode], { cols: 80, rows: 24, env: { ...process.env, TERM: 'xterm' } });
  let output = '';
  const ended = new Promise((done) => pty.onExit(done));
  const ready = new Promise((done) => pty.onData((data) => { output += data; if (output.includes('[ready]')) done(); }));
  await ready;
  await wait(500);
  for (const key of 'abcdz') { pty.write(key); await wait(150); }
  await ended;
  return output.match(/\[(child|ink) [a-z]+\]/g).join(' ');
}
let lost = 0;
for (let i = 0; i < 6; i++) {
  const got = await round('async');
  if (![...'abcd'].every((key) => got.includes(`[child ${key}]`))) lost += 1;
  console.log('typed a b c d z, spawn:    ', got);
}
const sync = await round('sync');
console.log('typed a b c d z, spawnSync:', sync);
console.log(`a key lost in ${lost} of 6 rounds`);
const described = lost > 0 && [...'abcd'].every((key) => sync.includes(`[child ${key}]`));
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
timeout 120 node show.mjs
