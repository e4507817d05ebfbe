/** A zip file whose parts lie in it as they are, for tests of what a file is; sums of parts are left 0. */
export function zipOf(parts: Record<string, string>): Uint8Array {
  return Buffer.concat([
    ...Object.entries(parts).map(([name, text]) => {
      const [title, data] = [Buffer.from(name), Buffer.from(text)];
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt32LE(data.length, 18);
      head.writeUInt32LE(data.length, 22);
      head.writeUInt16LE(title.length, 26);
      return Buffer.concat([head, title, data]);
    }),
    Buffer.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]),
  ]);
}

/** A workbook with sheets of these names and nothing in them. */
export function workbookOf(names: string[]): Uint8Array {
  const sheets = names
    .map((name, at) => `<sheet name="${name.replaceAll('&', '&amp;')}" sheetId="${at + 1}"/>`)
    .join('');
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook><sheets>${sheets}</sheets></workbook>`,
  });
}
