// Loaded before the program: every function that could reach a network writes its name into a file and throws.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const OWNERS = {
  net: [net, ['connect', 'createConnection', 'createServer']],
  'net.Socket': [net.Socket.prototype, ['connect']],
  'net.Server': [net.Server.prototype, ['listen']],
  tls: [tls, ['connect', 'createServer']],
  dgram: [dgram, ['createSocket']],
  'dgram.Socket': [dgram.Socket.prototype, ['bind', 'connect', 'send']],
  http: [http, ['request', 'get', 'createServer']],
  https: [https, ['request', 'get', 'createServer']],
  http2: [http2, ['connect', 'createServer', 'createSecureServer']],
  dns: [dns, functionsOf(dns)],
  'dns.promises': [dns.promises, functionsOf(dns.promises)],
  'dns.Resolver': [dns.Resolver.prototype, functionsOf(dns.Resolver.prototype)],
  global: [globalThis, ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']],
};

for (const [owner, [object, names]] of Object.entries(OWNERS))
  for (const name of names) {
    const value = function refused() {
      appendFileSync(process.env.TENKEN_TEST_NETWORK_LOG, `${owner}.${name}\n`);
      throw new Error(`${owner}.${name} was called`);
    };
    Object.defineProperty(object, name, { configurable: true, enumerable: true, writable: true, value });
  }
syncBuiltinESMExports();

function functionsOf(object) {
  return Object.getOwnPropertyNames(object).filter(
    name => /^(?:lookup|resolve|reverse)/.test(name) && typeof object[name] === 'function',
  );
}
