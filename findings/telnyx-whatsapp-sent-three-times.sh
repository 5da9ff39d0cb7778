#!/bin/sh
# telnyx 7.24.0, Node 24 (1 December 2026): one call sends a WhatsApp message up to three times.
#
# Expected: a request that creates a message is not repeated by itself, or carries a key by which the server knows the second.
# Seen: `messages.whatsapp` posts again after 408, 409, 429 and every 5xx, twice by default, and no request has an idempotency header. If a
# gateway answers 504 after the message was taken, the recipient gets it three times, and the last error is all that the caller sees.
# `maxRetries: 0`, of the client or of the call, switches that off.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund telnyx@7.24.0

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const { Telnyx } = require('telnyx');

const requests = [];

const server = createServer((request, response) => {
  requests.push(Object.keys(request.headers));
  request.resume();
  response.writeHead(504, { 'content-type': 'application/json' });
  response.end('{"errors":[{"title":"Gateway timeout"}]}');
});

const message = {
  from: '+15550100120',
  to: '+15550100123',
  whatsapp_message: { type: 'text', text: { body: 'Your order is on its way' } },
};

async function countPosts(options) {
  requests.length = 0;

  const baseURL = `http://127.0.0.1:${server.address().port}`;
  const client = new Telnyx({ apiKey: 'key', baseURL });
  const failure = await client.messages.whatsapp(message, options).catch((error) => error);

  console.log(options, requests.length, 'posts:', failure.message);

  return requests.length;
}

server.listen(0, '127.0.0.1', async () => {
  const usual = await countPosts({});
  const hasKey = requests.flat().some((name) => name.includes('idempotency'));
  const once = await countPosts({ maxRetries: 0 });

  server.close();
  process.exitCode = usual === 3 && !hasKey && once === 1 ? 0 : 1;
});
JS

node send.cjs
