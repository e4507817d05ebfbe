export declare const MAY_BE_EMOJI: RegExp;
export declare const EDITS: Record<string, [from: string, to: string][]>;
export declare function edited(module: string, source: string): string;
