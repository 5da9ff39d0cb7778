#!/bin/sh
# @kapso/whatsapp-cloud-api 0.3.0, Node 24 (1 December 2026): the data for a Flow's first screen arrive under other names.
#
# Expected: Meta's page "Sending a Flow": `flow_action_payload.data` is the business's own object, and its names are those of the screen's
# `data` in the Flow JSON, so they are sent as they are, above all by `sendInteractiveRaw`.
# Seen: `orderId` is sent as `order_id`, at each depth. The screen's ${data.orderId} is empty. Names in one case, such as `order_id`, stay,
# so a Flow works until a name with a capital letter comes.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @kapso/whatsapp-cloud-api@0.3.0

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';

let sent;

const server = createServer(async (request, response) => {
  const parts = await request.toArray();
  const { interactive } = JSON.parse(Buffer.concat(parts));

  sent = interactive.action.parameters.flow_action_payload.data;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"messages":[{"id":"wamid.A"}]}');
});

const data = { orderId: '42', items: [{ unitPrice: 7 }] };

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const client = new WhatsAppClient({ accessToken: 'token', baseUrl: `http://127.0.0.1:${port}` });

  const parameters = {
    flow_message_version: '3',
    flow_id: '2',
    flow_cta: 'Open',
    flow_action: 'navigate',
    flow_action_payload: { screen: 'ORDER', data },
  };

  await client.messages.sendInteractiveRaw({
    phoneNumberId: '1',
    to: '15550100123',
    interactive: { type: 'flow', body: { text: 'Hello' }, action: { name: 'flow', parameters } },
  });

  server.close();
  console.log('given:', JSON.stringify(data));
  console.log('sent: ', JSON.stringify(sent));
  process.exitCode =
    JSON.stringify(sent) === '{"order_id":"42","items":[{"unit_price":7}]}' ? 0 : 1;
});
JS

node send.mjs
