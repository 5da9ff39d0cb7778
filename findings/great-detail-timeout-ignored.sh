#!/bin/sh
# @great-detail/whatsapp 9.2.0, Node 24: the client's `timeout` has no effect.
#
# Expected: `new Client({ request: { timeout: 300 } })` gives up after 300 ms. "Request Options" of its readme gives ky's options to the
# client as `request`, and ky documents `timeout` in milliseconds.
# Seen: the client sets 72 seconds after the options, so an answer after a second is taken. Only a method's own
# `request: { timeout }` is kept.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @great-detail/whatsapp@9.2.0

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import Client from '@great-detail/whatsapp';

const server = createServer((_, response) => {
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"messages":[{"id":"wamid.A"}]}');
  }, 1000);
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const timeout = { timeout: 300 };
  const sdk = new Client({ baseUrl: `http://127.0.0.1:${port}`, request: timeout });

  const send = (request) =>
    sdk.message
      .createMessage({
        phoneNumberID: '1',
        to: '15550100123',
        type: 'text',
        text: { body: 'Hello' },
        request,
      })
      .then(() => 'sent', ({ name }) => name);

  const client = await send();
  const method = await send(timeout);

  server.close();
  console.log('300 ms at the client:', client);
  console.log('300 ms at the method:', method);
  process.exitCode = client === 'sent' && method === 'TimeoutError' ? 0 : 1;
});
JS

node send.mjs
