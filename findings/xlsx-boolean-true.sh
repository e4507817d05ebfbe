#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS), xlsx-populate 1.21.0, exceljs 4.4.0: the boolean "true" in an attribute.
#
# SpreadsheetML's flags are xsd:boolean, which has four spellings: 1, 0, true, false. Excel writes 1;
# LibreOffice writes true. So every workbook that was once saved by LibreOffice has hidden="true".
#
# Expected: both spellings mean the same.
# Happens:  after a save by LibreOffice
#             SheetJS        says that the hidden row is not hidden (the hidden column is right),
#             xlsx-populate  says that neither the row nor the column is hidden,
#             exceljs        says that the sheet is not protected (row and column are right).
#           Each library misses another flag, so trying one flag proves nothing for the next.
# Cost:     a checker that skips hidden rows, or refuses an unprotected form, decides differently for the same
#           workbook according to who pressed Save.
# Where:    xlsx-populate lib/Row.js and lib/Column.js compare with the number 1; exceljs
#           lib/xlsx/xform/sheet/sheet-protection-xform.js compares with the string '1'.
# Control:  hucre 1.0.0 reads both alike.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 xlsx-populate@1.21.0 fflate@0.8.2

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
import XlsxPopulate from 'xlsx-populate';
import { book } from './book.mjs';

async function flags(yes) {
  const file = book(`<cols><col min="2" max="2" width="9" customWidth="${yes}" hidden="${yes}"/></cols><sheetData>
<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="${yes}"><c r="A2"><v>2</v></c></row>
</sheetData><sheetProtection sheet="${yes}"/>`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(file));
  const e = workbook.getWorksheet('S');
  const s = XLSX.read(file, { cellStyles: true }).Sheets.S;
  const p = (await XlsxPopulate.fromDataAsync(Buffer.from(file))).sheet(0);
  const h = (await readXlsx(file)).sheets[0];
  return {
    exceljs: { row: e.getRow(2).hidden, column: e.getColumn(2).hidden, protection: Boolean(e.sheetProtection?.sheet) },
    SheetJS: { row: Boolean(s['!rows']?.[1]?.hidden), column: Boolean(s['!cols']?.[1]?.hidden) },
    'xlsx-populate': { row: p.row(2).hidden(), column: p.column(2).hidden() },
    hucre: { row: h.rowDefs?.get(1)?.hidden ?? false, column: h.columns?.[1]?.hidden ?? false, protection: h.protection?.sheet ?? false },
  };
}
const one = await flags('1');
const word = await flags('true');
console.log('written as "1":   ', JSON.stringify(one));
console.log('written as "true":', JSON.stringify(word));
const all = Object.values(one).every((lib) => Object.values(lib).every(Boolean));
const described = all && !word.exceljs.protection && word.exceljs.row && !word.SheetJS.row && word.SheetJS.column
  && !word['xlsx-populate'].row && !word['xlsx-populate'].column && Object.values(word.hucre).every(Boolean);
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
