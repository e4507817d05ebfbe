#!/usr/bin/env bash
# Linux and Node 20: a program that stops itself with SIGTSTP is not stopped when its process group is orphaned.
#
# A full-screen program handles Ctrl+Z by restoring the terminal, sending itself SIGTSTP, and drawing again on
# SIGCONT.
#
# Expected: process.kill(process.pid, 'SIGTSTP') stops the process until somebody continues it.
# Happens:  where no shell with job control stands above it in the same session (`ssh -t host program`, `tmux new
#           program`, `docker run -it`, a desktop starter), the kernel throws the stop away: kill() reports
#           success, the process runs on, and SIGCONT never comes. A program that waits for SIGCONT to draw
#           again leaves an empty screen for ever. Trying it from an interactive shell never shows it.
# Where:    POSIX, Base Definitions "Orphaned Process Group" and System Interfaces 2.4.3; Linux
#           kernel/signal.c, get_signal(), which asks is_current_pgrp_orphaned() for every stop but SIGSTOP.
# Remedy:   do not wait for SIGCONT only: if the next turn of the event loop is reached, go on.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts @lydell/node-pty@1.1.0

cat >stop.mjs <<'EOF'
import { writeSync } from 'node:fs';
const say = (text) => writeSync(1, `[${text}]\r\n`);
process.on('SIGCONT', () => say('SIGCONT'));
say('before');
const sent = performance.now();
setTimeout(() => { say(performance.now() - sent > 2000 ? 'was stopped' : 'ran on'); process.exit(); }, 500);
process.kill(process.pid, 'SIGTSTP');
EOF
cat >show.mjs <<'EOF'
import { spawn } from '@lydell/node-pty';
function run(file, args, type) {
  return new Promise((done) => {
    let output = '';
    let typed = 0;
    const pty = spawn(file, args, { cols: 80, rows: 24, env: { PATH: process.env.PATH, TERM: 'xterm', PS1: '$ ' } });
    pty.onData((data) => {
      output += data;
      const next = type[typed];
      if (next && output.includes(next.after)) { typed += 1; setTimeout(() => pty.write(next.text), next.wait); }
    });
    pty.onExit(() => done(output));
  });
}
const alone = await run(process.execPath, ['stop.mjs'], []);
const shell = await run('bash', ['--norc', '--noprofile', '-i'], [
  { after: '$ ', text: `'${process.execPath}' stop.mjs\n`, wait: 100 },
  { after: '[before]', text: 'fg\n', wait: 3000 },
  { after: '[was stopped]', text: 'exit\n', wait: 200 },
]);
const marks = (text) => text.match(/\[(before|SIGCONT|ran on|was stopped)\]/g).join(' ');
console.log('the only program of its terminal:', marks(alone));
console.log('under a shell with job control:  ', marks(shell));
console.log('raw:', JSON.stringify(alone));
const described = marks(alone) === '[before] [ran on]' && marks(shell).includes('[was stopped]') && !marks(shell).includes('[ran on]');
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
timeout 60 node show.mjs
