#!/bin/sh
# @kapso/whatsapp-cloud-api 0.3.0, Node 24 (1 December 2026): a currency parameter is sent under a name that Meta does not know.
#
# Expected: what `buildTemplateSendPayload` built reaches Meta as its page "Template messages" of the Cloud API has it: `currency` with
# `fallback_value`, `code` and `amount_1000`.
# Seen: the builder takes the amount as `amount1000` only, and the client, which puts "_" before capital letters, sends it so, while
# `fallbackValue` becomes `fallback_value`. A template with a price is sent without its amount. If the template is given as Meta
# writes it, without the builder, `amount_1000` stays.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @kapso/whatsapp-cloud-api@0.3.0

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { WhatsAppClient, buildTemplateSendPayload } from '@kapso/whatsapp-cloud-api';

const sent = [];

const server = createServer(async (request, response) => {
  const parts = await request.toArray();
  const { template } = JSON.parse(Buffer.concat(parts));

  sent.push(template.components[0].parameters[0].currency);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"messages":[{"id":"wamid.A"}]}');
});

const built = buildTemplateSendPayload({
  name: 'invoice',
  language: 'en_US',
  body: [
    { type: 'currency', currency: { fallbackValue: '$42', code: 'USD', amount1000: 42000 } },
  ],
});

const currency = { fallback_value: '$42', code: 'USD', amount_1000: 42000 };

const written = {
  name: 'invoice',
  language: { code: 'en_US' },
  components: [{ type: 'body', parameters: [{ type: 'currency', currency }] }],
};

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const client = new WhatsAppClient({ accessToken: 'token', baseUrl: `http://127.0.0.1:${port}` });

  for (const template of [built, written])
    await client.messages.sendTemplate({ phoneNumberId: '1', to: '15550100123', template });

  server.close();
  console.log('sent of what the builder built:', sent[0]);
  console.log('sent of what Meta documents:   ', sent[1]);

  process.exitCode =
    sent[0].amount1000 === 42000 && !('amount_1000' in sent[0]) && sent[1].amount_1000 === 42000
      ? 0
      : 1;
});
JS

node send.mjs
