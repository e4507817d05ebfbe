#!/usr/bin/env bash
# hucre 1.0.0: opening and saving a workbook drops the input hints of its cells.
#
# A data validation need not restrict anything: `type` is optional in ECMA-376 (default "none"), and one without
# it only shows a message when the cell is selected. Excel's dialog makes it with "Allow: Any value" plus an
# input message, and official forms use it to tell what to write.
#
# Expected: openXlsx() then saveXlsx() keeps what was not touched: that is what the pair is for.
# Happens:  a validation without a type is dropped, with its title and its message; the list beside it stays.
#           Nothing is reported. (hucre says nothing about it on reading either: readXlsx() has no such entry.)
# Cost:     the form goes back to its owner without the instructions.
# Control:  exceljs 4.4.0 keeps both in the same file.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts hucre@1.0.0 exceljs@4.4.0 fflate@0.8.2

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
import { strFromU8, unzipSync } from 'fflate';
import { openXlsx, saveXlsx } from 'hucre';
import { book } from './book.mjs';
const file = book(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>yes</t></is></c></row></sheetData><dataValidations count="2">
<dataValidation type="list" allowBlank="1" sqref="A1"><formula1>"yes,no"</formula1></dataValidation>
<dataValidation allowBlank="1" showInputMessage="1" promptTitle="Reason" prompt="Say why in one sentence" sqref="B1"/>
</dataValidations>`);
const validations = (zip) => strFromU8(unzipSync(new Uint8Array(zip))['xl/worksheets/sheet1.xml'])
  .match(/<dataValidations.*<\/dataValidations>/s)?.[0] ?? 'none';
const saved = validations(await saveXlsx(await openXlsx(file)));
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(Buffer.from(file));
const control = validations(await workbook.xlsx.writeBuffer());
console.log('in the file:\n' + validations(file));
console.log('\nafter hucre openXlsx, saveXlsx:\n' + saved);
console.log('\nafter exceljs load, writeBuffer:\n' + control);
const described = saved.includes('type="list"') && !saved.includes('Say why') && control.includes('Say why');
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
