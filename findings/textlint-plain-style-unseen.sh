#!/usr/bin/env bash
# textlint-rule-no-mix-dearu-desumasu 6.0.4: plain-style verbs do not count as plain style.
#
# Japanese prose keeps to one style: polite (です, ます) or plain (である, する, した, ない ...). The rule is the
# one that textlint's Japanese presets use to find a text that mixes them, and it has preferInBody: "ですます"
# and strict: true for those who want it severe.
#
# Expected: a polite text with a sentence ending in していない。 or 見直す。 or 二人だ。 is reported.
# Happens:  silence, also with preferInBody and strict. Only the copula である (and with strict its relatives
#           before a pause) is looked at; a verb, an adjective or ない at the end of a sentence never is, and
#           those end most plain sentences. The same text with one である is reported, which makes the rule
#           look as if it worked.
# Cost:     a team believes that CI holds its style; whole paragraphs in the other style pass.
# Where:    the judgement is in analyze-desumasu-dearu (same authors), which knows 特殊・ダ and 特殊・デス, 特殊・マス:
#           https://github.com/textlint-ja/analyze-desumasu-dearu
#           README on strict: https://github.com/textlint-ja/textlint-rule-no-mix-dearu-desumasu
# Note:     the first run loads a morphological dictionary and takes some seconds.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts textlint-rule-no-mix-dearu-desumasu@6.0.4 @textlint/kernel@15.8.0 @textlint/textlint-plugin-text@15.8.0

cat >show.mjs <<'EOF'
import { TextlintKernel } from '@textlint/kernel';
import plugin from '@textlint/textlint-plugin-text';
import rule from 'textlint-rule-no-mix-dearu-desumasu';
const plain = (module) => module.default ?? module;
const kernel = new TextlintKernel();
async function lint(text, options) {
  const result = await kernel.lintText(text, {
    ext: '.txt', filePath: 'a.txt',
    plugins: [{ pluginId: 'text', plugin: plain(plugin) }],
    rules: [{ ruleId: 'mix', rule: plain(rule), options }],
  });
  return result.messages.length;
}
const polite = '構成は二つの区画に分けます。';
const severe = { preferInHeader: 'ですます', preferInBody: 'ですます', preferInList: 'ですます', strict: true };
const texts = ['手順は文書にしていない。', '値は毎月見直す。', '前回は失敗した。', '数が少ない。', '担当は二人だ。', '手順は文書である。'];
const counts = [];
for (const text of texts) {
  const count = [await lint(polite + text, true), await lint(polite + text, severe)];
  counts.push(count);
  console.log(`${polite}${text}  default: ${count[0]} reported, strict and preferred: ${count[1]}`);
}
const described = counts.slice(0, 4).flat().every((n) => n === 0) && counts[5].every((n) => n > 0);
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
