#!/bin/sh
# messagebird 4.0.1, Node 24 (1 December 2026): its own timeout looks like a connection that the server closed.
#
# Expected: `request timeout`, the message that the client has for it.
# Seen: after the time that the application set (five seconds by default), the client ends the request and says "request failed:
# socket hang up". It compares the message "ECONNRESET" after it has put "request failed: " before it, so its own words never
# appear. The message may have been taken: look at the conversation before sending again; `error.error.code` is "ECONNRESET" in both cases.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund messagebird@4.0.1 nock@14.0.10

cat > send.cjs <<'JS'
const { initClient } = require('messagebird');
const nock = require('nock');

const LIMIT_MS = 300;

const message = {
  from: 'channel',
  to: '+15550100123',
  type: 'text',
  content: { text: 'Hello' },
};

nock('https://conversations.messagebird.com').post('/v1/send').delay({ head: 60_000 }).reply(202);

initClient('key', LIMIT_MS).conversations.send(message, (error) => {
  console.log(error.message, '|', error.error.code);
  process.exit(error.message === 'request failed: socket hang up' ? 0 : 1);
});
JS

node send.cjs
