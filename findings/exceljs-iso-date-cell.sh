#!/usr/bin/env bash
# exceljs 4.4.0: a cell that holds an ISO date (t="d") becomes the year, or a day in July 1905.
#
# ECMA-376 lets a cell keep its date as text: <c t="d"><v>2026-11-30</v></c> (ST_CellType "d"). "Strict Open XML
# Spreadsheet" files may be written so.
#
# Expected: a Date, or at least the text 2026-11-30, or an error.
# Happens:  without a date format the value is the number 2026. With a date format (which such a cell usually
#           has) it is 1905-07-18, because 2026 is then taken for a count of days. No error. It is a valid date,
#           so a check "is this a date?" passes; every date of one year reads as the same day.
# Where:    exceljs lib/xlsx/xform/sheet/cell-xform.js, parseClose(): the types s, str, inlineStr, b and e are
#           known, all others fall to parseFloat().
# Control:  SheetJS (xlsx 0.18.5) gives 46356, the right count of days; hucre 1.0.0 gives the text.
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
const sheet = `<sheetData><row r="1">
<c r="A1" t="d"><v>2026-11-30</v></c>
<c r="B1" s="1" t="d"><v>2026-11-30</v></c>
<c r="C1" s="1" t="d"><v>2026-02-01</v></c>
</row></sheetData>`;
console.log('the sheet in the file (style 1 is number format 14, a date):\n' + sheet + '\n');
const file = book(sheet);
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(Buffer.from(file));
const row = workbook.getWorksheet('S').getRow(1);
const got = [1, 2, 3].map((n) => row.getCell(n).value);
console.log('exceljs:', JSON.stringify(got));
console.log('hucre:  ', JSON.stringify((await readXlsx(file)).sheets[0].rows[0]));
console.log('SheetJS:', JSON.stringify(XLSX.utils.sheet_to_json(XLSX.read(file).Sheets.S, { header: 1 })[0]));
const wrong = '1905-07-18T00:00:00.000Z';
const described = got[0] === 2026 && got.slice(1).every((d) => d instanceof Date && d.toISOString() === wrong);
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
