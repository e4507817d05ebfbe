#!/usr/bin/env bash
# mermaid 11.17.2: of two pie slices with one name the second vanishes, and all percentages change.
#
# A chart made from data can hold one label twice: two sections called "Security", two people with one name.
#
# Expected: two slices (the grammar allows it), or their sum, or a syntax error.
# Happens:  parse() accepts the text; the database keeps the FIRST value only. The chart is drawn with the
#           percentages of what is left, which add up to 100, so nothing in the picture looks wrong.
# Where:    packages/mermaid/src/diagrams/pie/pieDb.ts, addSection(): a label that is there already is passed over.
# Remedy:   make labels unique (or add the values up) before writing the text.
# Shown:    through the parser and its database, no browser is needed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts mermaid@11.17.2

cat >show.mjs <<'EOF'
import mermaid from 'mermaid';
const text = `pie showData
  "Security" : 2
  "Cost" : 4
  "Security" : 14`;
mermaid.initialize({ startOnLoad: false });
console.log(text + '\n');
console.log('parse():', JSON.stringify(await mermaid.parse(text)));
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
const slices = [...db.getSections()];
const sum = slices.reduce((total, [, value]) => total + value, 0);
for (const [name, value] of slices) console.log(`kept: ${name} ${value}, drawn as ${Math.round((value / sum) * 100)} %`);
console.log('meant: Security 16 of 20 (80 %), Cost 4 of 20 (20 %)');
const described = JSON.stringify(slices) === '[["Security",2],["Cost",4]]';
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
