#!/bin/sh
# whatsapp-cloud-api 0.3.1 with p-retry 9.0.0, Node 24: a refused message is not sent again, and its code is lost.
#
# Expected: p-retry calls a function that fails again, up to `retries`, and rejects with its last error, as its readme
# says. Meta's 131016 (Service unavailable) is worth another try.
# Seen: one request. What the SDK throws is Meta's answer itself, no Error, which p-retry takes for a mistake of the program: it
# rejects at once with "Non-error was thrown: "[object Object]"", without the code.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-cloud-api@0.3.1 p-retry@9.0.0

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const axios = require('axios');
const { createBot } = require('whatsapp-cloud-api');

const answer = {
  error: {
    message: '(#131016) Service unavailable',
    type: 'OAuthException',
    code: 131016,
    fbtrace_id: 'AbC',
  },
};

let requests = 0;

const server = createServer((_, response) => {
  requests += 1;
  response.writeHead(503, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();

  axios.interceptors.request.use((config) => ({
    ...config,
    url: config.url.replace('https://graph.facebook.com', `http://127.0.0.1:${port}`),
  }));

  const { default: pRetry } = await import('p-retry');
  const bot = createBot('1', 'token');

  const error = await pRetry(() => bot.sendText('15550100123', 'Hello'), {
    retries: 2,
    minTimeout: 10,
  }).catch((thrown) => thrown);

  server.close();
  console.log('requests:', requests);
  console.log('error:   ', String(error));
  process.exitCode = requests === 1 && !String(error).includes('131016') ? 0 : 1;
});
JS

node send.cjs
