// What libraries get when they import string-width: see own-width.mjs.
export { stringWidth as default } from '../src/text/width.ts';
