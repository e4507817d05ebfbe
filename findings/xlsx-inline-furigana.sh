#!/usr/bin/env bash
# exceljs 4.4.0 and hucre 1.0.0: the reading (furigana) of an inline string.
#
# In SpreadsheetML the content of a cell's <is> and of a shared <si> is the same type (CT_Rst in ECMA-376
# Part 1), so <rPh>, which holds the reading of Japanese text, is allowed in both. Both libraries skip it in
# shared strings.
#
# Expected: the cell's value is 住所 and the rest of the sheet is read.
# Happens:  exceljs takes the end of <rPh> for the end of the sheet. That cell and EVERY later cell of the
#           sheet are missing; load() resolves, no error, no warning. hucre reads 住所ジュウショ: the reading
#           is glued to the word, so a comparison with the expected text fails.
# Cost:     a form that somebody filled in loses all answers from one cell on, and looks merely unfinished.
# Where:    exceljs lib/xlsx/xform/sheet/cell-xform.js: parseOpen() and parseClose() know c, f, v, t, r and is
#           only; for any other closing tag parseClose() answers "this element has ended".
#           For shared strings exceljs mended it in https://github.com/exceljs/exceljs/pull/114
# Control:  SheetJS (xlsx 0.18.5) reads the same file rightly.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 fflate@0.8.2

cat >book.mjs <<'EOF'
// The smallest workbook with one sheet "S" that a strict reader accepts.
import { strToU8, zipSync } from 'fflate';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pkg = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export function book(sheet) {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])));
}
EOF

cat >show.mjs <<'EOF'
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import XLSX from 'xlsx';
import { book } from './book.mjs';
const text = (at, inner) => `<c r="${at}" t="inlineStr"><is>${inner}</is></c>`;
const sheet = `<sheetData>
<row r="1">${text('A1', '<t>before</t>')}</row>
<row r="2">${text('A2', '<t>住所</t><rPh sb="0" eb="2"><t>ジュウショ</t></rPh>')}<c r="B2"><v>2</v></c></row>
<row r="3">${text('A3', '<t>after</t>')}<c r="B3"><v>3</v></c></row>
</sheetData>`;
console.log('the sheet in the file:\n' + sheet + '\n');
const file = book(sheet);

const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(Buffer.from(file));
const cells = {};
workbook.getWorksheet('S').eachRow((row) => row.eachCell((cell) => { cells[cell.address] = cell.value; }));
console.log('exceljs:', JSON.stringify(cells));
const { rows } = (await readXlsx(file)).sheets[0];
console.log('hucre:  ', JSON.stringify(rows));
const control = XLSX.utils.sheet_to_json(XLSX.read(file).Sheets.S, { header: 1 });
console.log('SheetJS:', JSON.stringify(control));

const described = cells.A1 === 'before' && !cells.B2 && !('A3' in cells) && !('B3' in cells)
  && rows[1][0] === '住所ジュウショ' && rows[2][0] === 'after' && control[1][0] === '住所' && control[2][1] === 3;
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
