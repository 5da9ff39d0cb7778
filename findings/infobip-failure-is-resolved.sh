#!/bin/sh
# @infobip-api/sdk 0.3.2, Node 24: a refused message is not thrown, it is the result.
#
# Expected: `await whatsapp.send(…)` rejects when Infobip answers with 401, as promises do. Infobip's page "Response Status and
# Error Codes" counts it among the errors.
# Seen: the promise is fulfilled, with axios's error as its value: a `try … catch` around it counts the message as sent, and
# `response.data` is undefined.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @infobip-api/sdk@0.3.2

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const { AuthType, Infobip } = require('@infobip-api/sdk');

const answer = {
  requestError: {
    serviceException: {
      messageId: 'UNAUTHORIZED',
      text: 'Invalid login details',
    },
  },
};

const server = createServer((_, response) => {
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();

  const { channels } = new Infobip({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: 'key',
    authType: AuthType.ApiKey,
  });

  const [{ status, value }] = await Promise.allSettled([
    channels.whatsapp.send({
      type: 'text',
      from: '15550100122',
      to: '15550100123',
      content: { text: 'Hello' },
    }),
  ]);

  server.close();
  console.log('promise:', status);
  console.log('value:  ', String(value));
  console.log('.data:  ', value?.data);
  process.exitCode = status === 'fulfilled' && value instanceof Error ? 0 : 1;
});
JS

node send.cjs
