import type { Plugin } from 'vitest/config';

export declare const ownWidthInTests: Plugin;
export declare const MEASURING: readonly string[];
