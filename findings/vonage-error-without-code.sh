#!/bin/sh
# @vonage/messages 1.27.1, Node 24: the error of a refused message has no code and no text, though its types have both.
#
# Expected: the types of `VetchError` have `code`, and a `response` whose `data` is the decoded answer. Vonage's page "API Errors" tells
# a refusal by `type` (…/api-errors/messages#1120) and `detail`.
# Seen: `code` and `response.data` are undefined, the message is "Request failed with status code 422", and what the readme does,
# `console.error(err)`, shows no code. It must be read from the raw response: `await error.response.json()`.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @vonage/messages@1.27.1 @vonage/auth@1.13.0

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const { inspect } = require('node:util');
const { Auth } = require('@vonage/auth');
const { Messages, WhatsAppText } = require('@vonage/messages');

const answer = {
  type: 'https://developer.vonage.com/api-errors/messages#1120',
  title: 'Invalid sender',
  detail: 'The `from` parameter is invalid for the given channel.',
  instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
};

const server = createServer((_, response) => {
  response.writeHead(422, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const auth = new Auth({ apiKey: 'key', apiSecret: 'secret' });
  const messages = new Messages(auth, { apiHost: `http://127.0.0.1:${port}` });

  messages.authType = 'basic';

  const error = await messages
    .send(new WhatsAppText({ from: '15550100122', to: '15550100123', text: 'Hello' }))
    .catch((thrown) => thrown);

  const printed = inspect(error);
  const body = await error.response.json();

  server.close();
  console.log('error.message:      ', error.message);
  console.log('error.code:         ', error.code);
  console.log('error.response.data:', error.response.data);
  console.log('1120 in its print:  ', printed.includes('1120'));
  console.log('response.json():    ', body.type);

  process.exitCode =
    error.code === undefined &&
    error.response.data === undefined &&
    !printed.includes('1120') &&
    body.type === answer.type
      ? 0
      : 1;
});
JS

node send.cjs
