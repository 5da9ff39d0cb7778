#!/bin/sh
# whatsapp-business 1.7.2, Node 24: of each refused token it says that it has expired.
#
# Expected: `error.message` is what Meta answered, as its page "Error codes" of the Cloud API shows it: code 190 stands for a token
# that expired, was revoked, or is none at all, and only the message tells which.
# Seen: the SDK puts its own title of the code in its place, so that a token that cannot be parsed "has expired", and a 100 that
# names the missing parameter is an "Invalid parameter". What Meta wrote is nowhere in the error.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-business@1.7.2

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const { WABAClient } = require('whatsapp-business');

const answer = {
  error: {
    message: 'Invalid OAuth access token - Cannot parse access token',
    type: 'OAuthException',
    code: 190,
    fbtrace_id: 'AbC',
  },
};

const server = createServer((_, response) => {
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const client = new WABAClient({ accountId: '1', apiToken: 'token', phoneId: '1' });

  client.restClient.fetch.defaults.baseURL = `http://127.0.0.1:${port}`;

  const error = await client
    .sendMessage({ to: '15550100123', type: 'text', text: { body: 'Hello' } })
    .catch((thrown) => thrown);

  server.close();
  console.log('sent by Meta: ', answer.error.message);
  console.log('error.message:', error.message);
  process.exitCode = error.message === 'Access token has expired' ? 0 : 1;
});
JS

node send.cjs
