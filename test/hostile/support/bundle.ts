import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { parseAst } from 'vitest/node';

type Node = { type: string; [key: string]: unknown };

/** What the built program asks of its surroundings: modules by name, and the network functions that it names. */
export type Needs = { modules: string[]; globals: string[]; computed: number };

const GLOBALS = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'sendBeacon', 'RTCPeerConnection'];
const IMPORTS = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'];

/** The code files of the built program. */
export function codeFiles(): string[] {
  const dist = dirname(inject('program'));
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.[cm]?js$/.test(name))
    .map(name => join(dist, name));
}

/** Reads a code file as a tree; a name counts as global wherever it stands, even as a property or a word in quotes. */
export function needsOf(code: string): Needs {
  const needs: Needs = { modules: [], globals: [], computed: 0 };
  visit(parseAst(code) as unknown as Node, node => {
    if (IMPORTS.includes(node.type)) {
      const source = node['source'] as Node | null;
      if (source?.type === 'Literal') needs.modules.push(String(source['value']));
      else if (source) needs.computed += 1;
    }
    const word = node.type === 'Identifier' ? node['name'] : node.type === 'Literal' ? node['value'] : undefined;
    if (typeof word === 'string' && GLOBALS.includes(word)) needs.globals.push(word);
    const required = requiredBy(node);
    if (required !== undefined) needs.modules.push(required);
  });
  return needs;
}

export function readNeeds(): Needs {
  const all = codeFiles().map(file => needsOf(readFileSync(file, 'utf8')));
  return {
    modules: [...new Set(all.flatMap(one => one.modules))].sort(),
    globals: all.flatMap(one => one.globals),
    computed: all.reduce((sum, one) => sum + one.computed, 0),
  };
}

/** `require` has another name after minifying, so any call with the name of a built-in module for its only argument counts. */
function requiredBy(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const [only, ...others] = node['arguments'] as Node[];
  if (only?.type !== 'Literal' || others.length > 0) return undefined;
  const value = only['value'];
  return typeof value === 'string' && isBuiltin(value) ? value : undefined;
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node))
    for (const inner of Array.isArray(value) ? value : [value])
      if (typeof inner === 'object' && inner !== null && typeof (inner as Node).type === 'string')
        visit(inner as Node, see);
}
