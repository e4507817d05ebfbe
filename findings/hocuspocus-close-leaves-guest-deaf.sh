#!/usr/bin/env bash
# @hocuspocus/server 4.7.0: closeConnections() and connection.close() leave the guest deaf but "connected".
#
# The methods are described as a graceful way to close the WebSocket; one calls them to put somebody out or to
# make everybody load a document again.
#
# Expected: the guest's socket closes, its status becomes "disconnected", and it reconnects after about a second.
# Happens:  only the document is taken from the guest, whose provider emits "close" with code 1000. The socket
#           stays open and its status "connected", the guest's edits go nowhere and nobody's edits reach it,
#           until the provider's own timeout (30 s without a message) closes the socket; then everything is
#           sent. For half a minute the page shows a live connection that is none.
# Where:    packages/server/src/Connection.ts, close(): sends a close message for the document and does not touch
#           the socket; packages/provider/src/HocuspocusProvider.ts does not reconnect on it.
# Remedy:   close the socket itself on the server (connection.webSocket.close(4205, '...')).
# Versions: server 4.7.0, provider 4.8.0, yjs 13.6.33, ws 8.23.0. Loopback only; takes about 40 seconds.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts @hocuspocus/server@4.7.0 @hocuspocus/provider@4.8.0 yjs@13.6.33 ws@8.23.0

cat >show.mjs <<'EOF'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { Server } from '@hocuspocus/server';
import WebSocket from 'ws';
import * as Y from 'yjs';
const server = new Server({ quiet: true, stopOnSignals: false, address: '127.0.0.1', port: 0 });
await server.listen();
const url = `ws://127.0.0.1:${server.httpServer.address().port}`;
const start = performance.now();
const seconds = () => ((performance.now() - start) / 1000).toFixed(1).padStart(5);
async function guest(name) {
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: 'room', document: new Y.Doc() });
  socket.on('status', ({ status }) => console.log(seconds(), 's', name, 'status:', status));
  const synced = new Promise((done) => provider.on('synced', done));
  provider.attach();
  await synced;
  return { provider, socket, text: provider.document.getText('t') };
}
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const a = await guest('a');
console.log(seconds(), 's closeConnections("room")');
const closedAt = performance.now();
server.hocuspocus.closeConnections('room');
await wait(3000);
a.text.insert(0, 'word from a');
const b = await guest('b');
b.text.insert(0, 'word from b');
await wait(3000);
const deaf = a.socket.status === 'connected' && !a.text.toString().includes('from b') && !b.text.toString().includes('from a');
console.log(`${seconds()} s a: status ${a.socket.status}, unsynced ${a.provider.unsyncedChanges}, sees "${a.text}"`);
console.log(`${seconds()} s b: sees "${b.text}"`);
while (!b.text.toString().includes('from a') && performance.now() - closedAt < 60_000) await wait(100);
const healed = (performance.now() - closedAt) / 1000;
console.log(`${seconds()} s b: sees "${b.text}" (${healed.toFixed(0)} s after the call)`);
const described = deaf && healed > 20;
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
timeout 120 node show.mjs
