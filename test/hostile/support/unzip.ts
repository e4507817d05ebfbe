import { inflateRawSync } from 'node:zlib';

/** The files in a zip file as text, by their names, as its directory at the end lists them. */
export function unzipped(zip: Uint8Array): Record<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  const files: Record<string, string> = {};
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map(at => bytes.readUInt16LE(entry + at));
    const local = bytes.readUInt32LE(entry + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
    const content = bytes.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
    files[bytes.toString('utf8', entry + 46, entry + 46 + name)] = content.toString('utf8');
    entry += 46 + name + extra + comment;
  }
  return files;
}
