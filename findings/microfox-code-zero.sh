#!/bin/sh
# @microfox/whatsapp-business 1.5.2, Node 24: Meta's code 0 becomes 401, and 0 means something else.
#
# Expected: `error.code` is Meta's code. Meta's page "Error codes" of the Cloud API begins with 0, AuthException: the app user
# could not be authenticated.
# Seen: 0 counts as missing, so `error.code` is the HTTP status; and `error.code` is 0 when the answer was not JSON at all, such
# as the page of a proxy.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @microfox/whatsapp-business@1.5.2

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { WhatsAppBusinessSDK } from '@microfox/whatsapp-business';

const answer = JSON.stringify({
  error: {
    message: 'Error validating access token',
    type: 'OAuthException',
    code: 0,
    fbtrace_id: 'AbC',
  },
});

const answers = [
  [401, 'application/json', answer],
  [502, 'text/html', '<h1>Bad Gateway</h1>'],
];

const server = createServer((_, response) => {
  const [status, type, body] = answers.shift();

  response.writeHead(status, { 'content-type': type });
  response.end(body);
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();

  const sdk = new WhatsAppBusinessSDK({
    phoneNumberId: '1',
    businessAccountId: '1',
    accessToken: 'token',
    baseUrl: `http://127.0.0.1:${port}`,
  });

  const send = () => sdk.sendTextMessage('15550100123', 'Hello').catch((thrown) => thrown);
  const refused = await send();
  const failed = await send();

  server.close();
  console.log('Meta sent code 0:', refused.code, refused.message);
  console.log('no JSON was sent:', failed.code, failed.message);
  process.exitCode = refused.code === 401 && failed.code === 0 ? 0 : 1;
});
JS

node send.mjs
