import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OURS = fileURLToPath(new URL('string-width.mjs', import.meta.url));
const NAME = 'string-width';
const withoutMap = code => code.replace(/^\/\/# sourceMappingURL=.*$/m, '');
const isLibrary = importer => /[\\/]node_modules[\\/]/.test(importer);

/**
 * Gives libraries our `src/text/width.ts` where they import string-width, in the bundle and in scripts. CommonJS keeps
 * what it asks for: it means an older version, which exports another shape.
 */
export const ownWidth = {
  name: 'own-width',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^string-width$/ }, ({ kind, importer }) =>
      kind === 'import-statement' && isLibrary(importer) ? { path: OURS } : undefined,
    );
  },
};

/** The same in tests, which import string-width themselves: it is what ours is compared with. */
export const ownWidthInTests = {
  name: 'own-width',
  enforce: 'pre',
  // Maps of libraries lead to sources that are not published, of which Vite would warn for every module.
  load: id =>
    isLibrary(id) && id.endsWith('.js') ? { code: withoutMap(readFileSync(id, 'utf8')), map: null } : undefined,
  resolveId: (source, importer = '') => (source === NAME && isLibrary(importer) ? OURS : undefined),
};

/** The packages that import string-width or load one that does: tests take them through the resolver above. */
export const MEASURING = [
  'ink',
  'ink-select-input',
  'ink-testing-library',
  'cli-truncate',
  'slice-ansi',
  'widest-line',
  'wrap-ansi',
  'markdown-table',
  'mdast-util-gfm-table',
];
