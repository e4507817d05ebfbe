import type { Plugin } from 'esbuild';

export declare function readPatches(root: string): { file: string; name: string; version: string; diff: string }[];
export declare function applyPatches(root: string): void;
export declare function patchGuard(root: string): { plugin: Plugin; missed: () => string[] };
