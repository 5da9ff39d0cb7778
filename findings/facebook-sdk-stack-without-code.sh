#!/bin/sh
# facebook-nodejs-business-sdk 24.0.1, Node 24: the stack of a failed request has neither its message nor its code.
#
# Expected: as of every error, `error.stack` begins with "FacebookRequestError: (#131047) Re-engagement message".
# Seen: it begins with "Error", because the stack is taken before the message is set. `String(error)` has the message.
# A logger that prints the stack only (winston's `errors({ stack: true })`, Sentry, most consoles of servers) loses the code.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund facebook-nodejs-business-sdk@24.0.1

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const { FacebookAdsApi } = require('facebook-nodejs-business-sdk');

const answer = {
  error: {
    message: '(#131047) Re-engagement message',
    type: 'OAuthException',
    code: 131047,
    fbtrace_id: 'AbC',
  },
};

const server = createServer((_, response) => {
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();

  Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => `http://127.0.0.1:${port}` });

  const error = await FacebookAdsApi.init('token')
    .call('POST', ['1', 'messages'], { to: '15550100123' })
    .catch((thrown) => thrown);

  server.close();
  console.log('String(error):', String(error));
  console.log('error.stack:  ', error.stack.split('\n', 1)[0]);
  process.exitCode = String(error).includes('131047') && !error.stack.includes('131047') ? 0 : 1;
});
JS

node send.cjs
