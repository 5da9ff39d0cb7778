#!/bin/sh
# @great-detail/whatsapp 9.2.0, Node 24: `retry: 5` on a message sends it once.
#
# Expected: six requests. "Request Retries" of its readme shows `request: { retry: 5 }` on `message.createMessage`, "E.g. 5 retries
# (6 requests total)".
# Seen: one request for an answer of 503 or 429. The number goes to ky, which does not repeat a POST unless `methods` names it, and
# sending is a POST. The same option on a GET does repeat.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @great-detail/whatsapp@9.2.0

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import Client from '@great-detail/whatsapp';

const requests = { GET: 0, POST: 0 };

const server = createServer(({ method }, response) => {
  requests[method] += 1;
  response.writeHead(503, { 'content-type': 'application/json' });
  response.end('{"error":{"message":"(#131016) Service unavailable","code":131016}}');
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const sdk = new Client({ baseUrl: `http://127.0.0.1:${port}` });
  const request = { retry: { limit: 2, delay: () => 10 } };

  await sdk.message
    .createMessage({
      phoneNumberID: '1',
      to: '15550100123',
      type: 'text',
      text: { body: 'Hello' },
      request: { retry: 2 },
    })
    .catch(() => undefined);

  await sdk.phoneNumbers.getPhoneNumber({ phoneNumberID: '1', request }).catch(() => undefined);
  server.close();
  console.log('requests, with two retries:', requests);
  process.exitCode = requests.POST === 1 && requests.GET === 3 ? 0 : 1;
});
JS

node send.mjs
