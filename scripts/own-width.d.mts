export declare const ownWidthInTests: {
  name: string;
  enforce: 'pre';
  load: (id: string) => { code: string; map: null } | undefined;
  resolveId: (source: string, importer?: string) => string | undefined;
};
export declare const MEASURING: readonly string[];
