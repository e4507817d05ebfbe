import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolders } from '../support/program.ts';
import { codeFiles, needsOf, readNeeds } from './support/bundle.ts';
import { COMMANDS, walk } from './support/session.ts';

const PRELOAD = resolve('test/hostile/support/no-network.mjs');
const OFFLINE = ['unshare', '-rn'];
const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0;

/** The modules of Node.js that the program may ask for. None of them speaks to a network. */
const ALLOWED = [
  'assert buffer child_process crypto events fs fs/promises module os path perf_hooks process readline stream',
  'timers/promises tty url util worker_threads zlib',
].flatMap(line => line.split(' '));

describe('the built program', () => {
  test('asks only for modules that speak to no network', () => {
    expect(codeFiles().length).toBeGreaterThan(20);
    const outside = readNeeds().modules.filter(name => !name.startsWith('.'));
    expect(outside).toContain('node:fs');
    expect(outside.map(name => name.replace(/^node:/, '')).filter(name => !ALLOWED.includes(name))).toEqual([]);
  });

  test('names no function that reaches a network and imports nothing that it makes up', () => {
    expect(readNeeds()).toMatchObject({ globals: [], computed: 0 });
  });

  test.each([
    ["import n from 'node:net'", ['node:net'], []],
    ["export * from 'http'", ['http'], []],
    ["const a = await import('dns/promises')", ['dns/promises'], []],
    ["var r = require; r('tls')", ['tls'], []],
    ["process.getBuiltinModule('node:dgram')", ['node:dgram'], []],
    ["fetch('x')", [], ['fetch']],
    ["globalThis['WebSocket']", [], ['WebSocket']],
    ['new window.XMLHttpRequest()', [], ['XMLHttpRequest']],
  ])('would notice %s', (code, modules, globals) => {
    expect(needsOf(code)).toMatchObject({ modules, globals });
  });
});

describe('a day with tenken', () => {
  test('calls no function that reaches a network, nor with DEV set', () => {
    const folders = makeFolders();
    const log = join(folders.user, 'network.log');
    const guarded = { node: ['--import', PRELOAD], env: { TENKEN_TEST_NETWORK_LOG: log } };
    const { ran } = walk(folders, guarded);
    expect(ran.filter(({ code }) => code !== 0)).toEqual([]);
    expect(ran).toHaveLength(COMMANDS.length);
    const dev = walk(folders, {
      ...guarded,
      env: { ...guarded.env, DEV: 'true' },
      commands: [['demo', 'report']],
    });
    expect(dev.ran[0]?.code).toBe(0);
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
    console.info(`${ran.length} commands: 0 calls that reach a network`);
  });

  test.each([
    "require('node:net').connect(9)",
    "require('node:tls').connect(9)",
    "require('node:dgram').createSocket('udp4')",
    "require('node:dns').lookup('localhost', () => {})",
    "require('node:dns').promises.resolve('localhost')",
    "require('node:http').get('http://localhost:9')",
    "require('node:https').get('https://localhost:9')",
    "fetch('http://localhost:9')",
    'new WebSocket()',
  ])('the guard would notice %s', code => {
    const log = join(makeFolders().user, 'network.log');
    const env = { ...process.env, TENKEN_TEST_NETWORK_LOG: log };
    expect(spawnSync(process.execPath, ['--import', PRELOAD, '-e', code], { env }).status).not.toBe(0);
    expect(readFileSync(log, 'utf8')).not.toBe('');
  });

  test.runIf(canUnshare)('gives the same bytes where there is no network (skipped without "unshare -rn")', () => {
    const folders = makeFolders();
    const online = walk(folders, {});
    const offline = walk(folders, { before: OFFLINE });
    expect(Object.keys(online.files).length).toBeGreaterThan(6);
    expect(offline).toEqual(online);
  });
});
