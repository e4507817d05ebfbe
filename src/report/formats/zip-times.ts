/** Midnight of 1 January 1980, where the clock of zip files begins: two bytes of time, two of date, low byte first. */
const BEGINNING = [0x00, 0x00, 0x21, 0x00];
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;

/** The same zip file with all times at the beginning of the clock, so that equal contents are equal bytes. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  let end = bytes.length - END_LENGTH;
  while (end > 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) throw new Error('This is no directory of a zip file.');
    bytes.set(BEGINNING, entry + 12);
    bytes.set(BEGINNING, view.getUint32(entry + 42, true) + 10);
    entry += 46 + [28, 30, 32].reduce((length, at) => length + view.getUint16(entry + at, true), 0);
  }
  return bytes;
}
