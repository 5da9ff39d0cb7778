#!/bin/sh
# @kapso/whatsapp-cloud-api 0.3.0, Node 24: `GraphApiError.raw` is not what Meta sent.
#
# Expected: `raw` has the keys of Meta's answer: error_subcode, error_user_title, error_data.messaging_product, fbtrace_id.
# Seen: all keys are in camel case: errorSubcode, errorUserTitle, errorData.messagingProduct, fbtraceId.
# What looks for `error_subcode` or `error_data` in a log, as Meta documents them, finds nothing.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @kapso/whatsapp-cloud-api@0.3.0

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';

const answer = {
  error: {
    message: '(#100) Invalid parameter',
    type: 'OAuthException',
    code: 100,
    error_subcode: 2388093,
    error_user_title: 'Template language is being deleted',
    fbtrace_id: 'AbC',
  },
};

const server = createServer((_, response) => {
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const client = new WhatsAppClient({ accessToken: 'token', baseUrl: `http://127.0.0.1:${port}` });

  const { raw } = await client.messages
    .sendText({ phoneNumberId: '1', to: '15550100123', body: 'Hello' })
    .catch((thrown) => thrown);

  server.close();
  console.log('sent by Meta:', JSON.stringify(answer));
  console.log('error.raw:   ', JSON.stringify(raw));
  process.exitCode = raw.error.errorSubcode === 2388093 && !('error_subcode' in raw.error) ? 0 : 1;
});
JS

node send.mjs
