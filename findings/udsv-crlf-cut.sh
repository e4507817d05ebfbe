#!/usr/bin/env bash
# udsv 0.7.3: a CSV with CR LF read in chunks loses a cell's value when a chunk ends between CR and LF.
#
# parser.chunk() is made for streams, where nobody chooses the place of the cut. In a CR LF file with rows of
# 100 characters, about one chunk in 100 ends between the two.
#
# Expected: the same rows wherever the text is cut.
# Happens:  once the reader has met a quote, and if the last cell of the row is empty or quoted, the LF that
#           opens the next chunk stays in the text: the next row's first cell is read as LF plus the raw cell
#           (with its quotes). A cut at the very end of the file adds a row that is not in the file. Neither the
#           number of columns nor an error tells: the first column simply holds another id.
#           Files with LF only, and CR LF files without any quote, are read rightly at every cut.
# Cost:     in a 100 MB export of 71,270 rows exactly one finding lost its account number.
# Remedy:   hold back a trailing CR and put it before the next chunk.
# Where:    udsv dist/uDSV.mjs, chunk() and the quoted path of parse(); the README shows the stream recipe
#           without a word on this: https://github.com/leeoniya/uDSV
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts udsv@0.7.3

cat >show.mjs <<'EOF'
import { inferSchema, initParser } from 'udsv';
function read(text, cut) {
  const parser = initParser(inferSchema(text));
  const rows = [];
  for (const part of [text.slice(0, cut), text.slice(cut)]) parser.chunk(part, parser.stringArrs, (row) => rows.push(row));
  parser.end();
  return JSON.stringify(rows);
}
function tryAll(name, text) {
  const right = read(text, text.length - 4);
  const wrong = [];
  for (let cut = text.indexOf('\n') + 2; cut < text.length; cut++) {
    const got = read(text, cut);
    if (got !== right) wrong.push([JSON.stringify(`${text.slice(cut - 3, cut)}|${text.slice(cut, cut + 4)}`), got]);
  }
  console.log(`${name}: ${JSON.stringify(text)}\n  right: ${right}`);
  console.log(wrong.length ? wrong.map(([at, got]) => `  cut at ${at}: ${got}`).join('\n') : '  the same at every cut');
  return wrong.length;
}
const quoted = 'id,note\r\n"010","x"\r\n"020",""\r\n"030",""\r\n"040",""\r\n';
const bad = tryAll('CR LF, quotes', quoted);
const lf = tryAll('LF, quotes', quoted.replaceAll('\r', ''));
const plain = tryAll('CR LF, no quotes', quoted.replaceAll('"', ''));
const described = bad > 0 && lf === 0 && plain === 0;
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
