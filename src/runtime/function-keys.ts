/** F5 as terminals and the Linux console send it. Ink drops keys that it has no name for. */
const F5 = /\u001b\[(?:15~|\[E)/g;
/** Ctrl+], which means the same. */
const REDRAW = '\u001d';

/** Lets F5 come as Ctrl+]; gives back how to undo that. */
export function hearFunctionKeys(stdin: Pick<NodeJS.ReadStream, 'read'>): () => void {
  const read = stdin.read;
  stdin.read = (size?: number): unknown => {
    const chunk: unknown = read.call(stdin, size);
    return typeof chunk === 'string' ? chunk.replace(F5, REDRAW) : chunk;
  };
  return () => Reflect.deleteProperty(stdin, 'read');
}
