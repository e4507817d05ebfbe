#!/usr/bin/env bash
# @hocuspocus/server 4.7.0: after one refused edit, a guest who is given the right to write stays mute.
#
# A host can open a phase of a meeting by switching connection.readOnly to false at run time.
#
# Expected: what a guest typed while it was read-only is refused and gone; what it writes afterwards counts.
# Happens:  the refused edit stays in the guest's own document. Its later edits build on it, so the server cannot
#           apply them: it keeps them aside and shows them to nobody, a vote in another shared type as well,
#           yet acknowledges each one. The guest sees its own vote; there is no event and no error on either
#           side. After the next full sync (a reconnect, hours later perhaps) everything appears at once,
#           INCLUDING the words that were refused.
# Where:    packages/server/src/MessageReceiver.ts answers a read-only update with a negative sync status only;
#           Yjs keeps structs whose predecessors are missing pending (https://github.com/yjs/yjs, the internals
#           document). A client's edits have one running clock over all shared types of a document.
# Remedy:   give the guest a fresh Y.Doc when rights change, or one document for each phase.
# Versions: server 4.7.0, provider 4.8.0, yjs 13.6.33, ws 8.23.0. Loopback only.
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
const connections = [];
const server = new Server({
  quiet: true, stopOnSignals: false, address: '127.0.0.1', port: 0,
  async onAuthenticate({ token, connectionConfig }) { connectionConfig.readOnly = token === 'guest'; },
  async connected({ connection }) { connections.push(connection); },
});
await server.listen();
const url = `ws://127.0.0.1:${server.httpServer.address().port}`;
async function join(token) {
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: 'room', token, document: new Y.Doc() });
  const synced = new Promise((done) => provider.on('synced', done));
  provider.attach();
  await synced;
  return { provider, see: () => JSON.stringify({ text: provider.document.getText('t').toString(), votes: provider.document.getMap('votes').toJSON() }) };
}
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const host = await join('host');
const guest = await join('guest');
const show = (step) => console.log(`${step}\n  guest sees ${guest.see()}, unsynced ${guest.provider.unsyncedChanges}\n  host sees  ${host.see()}`);

guest.provider.document.getText('t').insert(0, 'too early');
await wait(500);
show('guest types while read-only');
connections[1].readOnly = false;
const before = guest.provider.unsyncedChanges;
guest.provider.document.getMap('votes').set('q1', 'yes');
await wait(500);
show('host lets it write, guest votes');
const mute = host.see() === '{"text":"","votes":{}}';
const acknowledged = guest.provider.unsyncedChanges === before;
guest.provider.forceSync();
await wait(500);
show('next full sync');
const described = mute && acknowledged && host.see() === '{"text":"too early","votes":{"q1":"yes"}}';
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
timeout 60 node show.mjs
