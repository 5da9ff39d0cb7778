#!/bin/sh
# ultramsg-whatsapp-api 1.0.2, Node 24 (1 December 2026): whatever the gateway refuses, the answer is the word "error".
#
# Expected: the reason that the gateway sends, or an exception with its status, so that a wrong number, a wrong token and too many requests
# can be told apart.
# Seen: nothing is thrown. Of 400, 401, 429 and 500 alike the client returns `{ error: 'error' }`, without status and body; only 404 has
# words of its own. A log of it explains nothing: ask the gateway's own list of messages, or send with `fetch`.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund ultramsg-whatsapp-api@1.0.2 nock@14.0.10

cat > send.cjs <<'JS'
const nock = require('nock');
const UltraMsg = require('ultramsg-whatsapp-api');

const refusals = {
  400: 'to: invalid number',
  401: 'wrong token',
  429: 'too many requests',
  500: 'instance restarts',
};

async function main() {
  const client = new UltraMsg('instance1', 'token');
  const answers = [];

  for (const [status, error] of Object.entries(refusals)) {
    nock('https://api.ultramsg.com').post(/chat/).reply(Number(status), { error });

    const answer = await client.sendChatMessage('+15550100123', 'Hello');

    answers.push(JSON.stringify(answer));
    console.log(status, error, '→', answer);
  }

  process.exitCode = answers.every((answer) => answer === '{"error":"error"}') ? 0 : 1;
}

main();
JS

node send.cjs
