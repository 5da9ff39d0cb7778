#!/bin/sh
# whatsapp-api-js 6.3.0, Node 24: calls and blocked users do not use the version of the API that was given.
#
# Expected: each request goes to the version given as `v`, which the library itself advises to pin. Meta's page "Versioning" of the Graph
# API: a request without a version gets the oldest one that the app may use, so its fields and errors change when that one ends.
# Seen: messages, media and QR codes go to /v23.0/…, `initiateCall`, the other methods of calls, `blockUser` and `unblockUser` to /….
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-api-js@6.3.0

cat > request.mjs <<'JS'
import { WhatsAppAPI } from 'whatsapp-api-js';
import { Text } from 'whatsapp-api-js/messages';

const paths = [];

const fetch = async (url) => {
  paths.push(new URL(url).pathname);
  return Response.json({});
};

const api = new WhatsAppAPI({
  token: 'token',
  secure: false,
  v: 'v23.0',
  ponyfill: { fetch },
});

const phone = '15550100123';

await api.sendMessage('1', { phone }, new Text('Hello'));
await api.initiateCall('1', { phone }, 'v=0');
await api.blockUser('1', { phone });
console.log(paths);
process.exitCode = paths.join(' ') === '/v23.0/1/messages /1/calls /1/block_users' ? 0 : 1;
JS

node request.mjs
