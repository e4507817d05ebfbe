import type { Plugin } from 'esbuild';

export declare const MAY_BE_EMOJI: RegExp;
export declare const EDITS: Record<string, [from: string, to: string][]>;
export declare function edited(module: string, source: string): string;
export declare function patchesOf(
  one: { name: string; version: string },
  versions: Record<string, string>,
): { patches: object[]; notes: string | undefined } | undefined;
export declare function libraryEdits(versions: Record<string, string>): { plugin: Plugin; missed: () => string[] };
