import type writeExcelFile from 'write-excel-file/node';
import type { Sheet } from '../sheet.ts';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/**
 * What the library has no option for: filter arrows in the first row, pages as wide as the table with the head on each of
 * them. `named` are the sheets as they are called in the workbook.
 */
export function workbookLayout(sheets: Sheet[], named: { sheet: string }[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const sheet = sheets[sheetIndex];
            return sheet ? onePageWide(filtered(xml, sheet)) : xml;
          },
        },
        'xl/workbook.xml': {
          transform: (xml: string) => {
            const names = named.map(
              ({ sheet }, at) =>
                `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${inXml(sheet)}'!$1:$1</definedName>`,
            );
            return xml.replace(
              /<definedNames\s*\/>|<definedNames><\/definedNames>/,
              `<definedNames>${names.join('')}</definedNames>`,
            );
          },
        },
      },
    },
  };
}

/** The filter stands after the cells and before everything else. */
function filtered(xml: string, { columns, rows }: Sheet): string {
  if (rows.length === 0) return xml;
  const range = `A1:${letters(columns.length)}${rows.length + 1}`;
  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

function onePageWide(xml: string): string {
  return xml
    .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
}

function inXml(name: string): string {
  return name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The name of the n-th column: A, B, …, Z, AA. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((n - 1) % 26))}`;
}
