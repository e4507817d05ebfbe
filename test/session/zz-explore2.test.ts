import { expect, test } from 'vitest';
import { compose } from '../../src/ui/compose.ts';
import { makeTheme } from '../../src/ui/theme.ts';
import { translator } from '../../src/i18n/index.ts';
import { blockHeight } from '../../src/ui/view.ts';
import { rowWidth } from '../../src/ui/parts/row.ts';
import { textWidth } from '../../src/ui/parts/wrap.ts';
import { contextOf } from '../../src/session/context.ts';
import { loadShipped } from '../../src/questionnaire/load-shipped.ts';
import { summarise } from '../../src/questionnaire/summary.ts';
import { startFrom } from '../../src/session/home.ts';
import { walkRows, askedStates } from '../../src/session/select.ts';
import { createTextArea } from '../../src/session/text/text-area.ts';
import { openState, homeState, sampleAssessment, walkOn } from '../support/session.ts';
const { questionnaires } = loadShipped('questionnaires');
const found = new Map<string, string>();
function look(state0: any, what: string) {
  for (const [columns, rows] of [[80, 24], [40, 15], [120, 40], [20, 5], [40,12], [60,20]] as const) for (const lang of ['ja', 'en'] as const) for (const sideBySide of [false, true]) {
    const state = { ...state0, lang, sideBySide, size: { columns, rows } };
    const f = compose(state, translator(lang), makeTheme({ color: true, ascii: false }), undefined);
    const where = `${columns}x${rows} ${lang}${sideBySide ? ' both' : ''} ${contextOf(state)} ${what}`;
    const h = f.body.blocks.reduce((a, b) => a + blockHeight(b), 0);
    if (h > f.height) found.set(`HEIGHT ${where}`, `${h} > ${f.height}`);
    for (const row of [...f.chrome.header, ...f.chrome.footer, ...f.body.blocks.flatMap(b => 'rows' in b ? b.rows : [])]) if (rowWidth(row) > columns) found.set(`WIDTH ${where}`, row.map(s => s.text).join('|').slice(0,150));
    for (const b of f.body.blocks) if ('menu' in b) for (const l of b.menu.labels) if (textWidth(l) + 2 + b.menu.indent > columns) found.set(`MENU ${where}`, l);
    if (f.cursor && (f.cursor.x >= columns || f.cursor.y >= rows)) found.set(`CURSOR ${where}`, JSON.stringify(f.cursor));
  }
}
test('explore', () => {
  for (const questionnaire of questionnaires) {
    const open = { questionnaire, assessment: sampleAssessment() };
    const base = openState(walkOn('ARC-001'), { open, catalogue: questionnaires.map(q => summarise(q)) });
    for (const s of askedStates(base)) {
      const n = walkRows(s.item).length;
      for (const row of [undefined, 0, n - 1]) look({ ...base, screen: walkOn(s.item.id, row) }, `row ${row === undefined ? '-' : row}`);
      look({ ...base, overlay: { kind: 'guide', item: s.item.id, scroll: 0 } }, '');
      look({ ...base, overlay: { kind: 'reason', item: s.item.id, index: 0 } }, '');
      look({ ...base, overlay: { kind: 'evidence', item: s.item.id, index: 0 } }, '');
      for (const type of ['note', 'owner', 'due', 'reason'] as const) look({ ...base, overlay: { kind: 'field', target: { type, item: s.item.id }, area: createTextArea('', { multiline: type === 'note' }) } }, type);
      for (const v of s.item.values ?? []) look({ ...base, overlay: { kind: 'field', target: { type: 'value', item: s.item.id, value: v.id }, area: createTextArea('', { multiline: false }), error: { key: 'field.error.day' } } }, 'value');
    }
    for (const name of ['map', 'check', 'plan', 'settings', 'report'] as const) look({ ...base, screen: name === 'map' ? { name, index: 0, filter: 'all' } : name === 'report' ? { name, which: 'gap', lang: 'ja', scroll: 0 } : { name, index: 0 } }, '');
    for (let index = 0; index < questionnaire.gates!.length; index++) for (const v of [undefined, 'no', 'yes'] as const) look({ ...base, open: { questionnaire, assessment: sampleAssessment({ gates: v ? { [questionnaire.gates![index]!.id]: v } : {} }) }, screen: { name: 'gates', index } }, `${index} ${v}`);
    const st = startFrom(base, questionnaire).state;
    for (const step of ['version', 'name', 'review-date', 'people'] as const) for (const index of [0,1,2]) look({ ...st, screen: { ...st.screen, step, index, questionnaire } }, step + index);
    for (let index = 0; index < 7; index++) look({ ...st, screen: { ...st.screen, step: 'gates', index, questionnaire } }, 'start gates ' + index);
    for (const kind of ['help', 'search'] as const) for (const screen of ['walk', 'map', 'report', 'gates'] as const) look({ ...base, screen: screen === 'map' ? { name: 'map', index: 0, filter: 'all' } : screen === 'report' ? { name: 'report', which: 'gap', lang: 'ja', scroll: 0 } : screen === 'walk' ? base.screen : { name: screen, index: 0 }, overlay: kind === 'help' ? { kind, scroll: 0 } : { kind, area: createTextArea('', { multiline: false }), index: 0 } }, screen);
    for (const scroll of [0, 10, 20, 30, 40]) look({ ...base, overlay: { kind: 'help', scroll } }, '' + scroll);
  }
  look(homeState(), 'home'); look(homeState({ listed: [] }), 'home empty');
  for (const code of ['damaged', 'newer', 'x']) look(homeState({ overlay: { kind: 'trouble', id: 'a', code, path: '/home/someone/.local/share/tenken/assessments/some-long-name-of-an-assessment.json', backup: '/home/someone/.local/share/tenken/backups/some-long-name-of-an-assessment/2026-11-22T09-00-00-000Z.json' } }), code);
  const by = new Map<string, [string, string][]>();
  for (const [k, v] of found) { const g = k.replace(/ row .*| \d .*/, ''); by.set(g, [...(by.get(g) ?? []), [k, v]]); }
  console.log([...by].sort().map(([g, all]) => `${g} x${all.length}: ${all[0]![1]}`).join('\n'));
}, 300000);
