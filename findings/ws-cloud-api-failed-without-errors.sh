#!/bin/sh
# ws-cloud-api 0.11.0-alpha, Node 24 (1 December 2026): of a failed message neither the request nor the webhook tells the code.
#
# Expected: `sendText` of a refused message gives Meta's answer as its `error`, and `handleWebhook` of a failed status its `errors`: Meta's page
# "Status messages" has code, title and details there.
# Seen: `error` is the response of `fetch`, unread, which is also what is printed: "{}". `handleWebhook` gives id, recipient and "failed". The
# code is nowhere; one must read the response, and parse the webhook oneself.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund ws-cloud-api@0.11.0-alpha

cat > send.mjs <<'JS'
import { sendText } from 'ws-cloud-api/messaging';
import { handleWebhook } from 'ws-cloud-api/webhook';

const error = { message: '(#131047) Re-engagement message', code: 131047 };
const printed = [];

globalThis.fetch = async () => Response.json({ error }, { status: 400 });
console.error = (value) => printed.push(value);
process.env.WS_PHONE_NUMBER_ID = '1';

const sent = await sendText({
  to: '15550100123',
  message: 'Hello',
  config: { phoneNumberId: '1', businessId: '1', token: 'token', apiVersion: '23.0' },
});

const value = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550100122', phone_number_id: '1' },
  statuses: [
    {
      id: 'wamid.A',
      status: 'failed',
      timestamp: '1796000000',
      recipient_id: '15550100123',
      errors: [{ code: 131026, title: 'Message undeliverable' }],
    },
  ],
};

const received = handleWebhook({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
});

console.log('request:', JSON.stringify(sent));
console.log('printed:', printed.join(' '));
console.log('webhook:', JSON.stringify(received));

process.exitCode =
  JSON.stringify(sent) === '{"success":false,"error":{}}' &&
  printed.includes('{}') &&
  received.status === 'failed' &&
  !JSON.stringify(received).includes('131026')
    ? 0
    : 1;
JS

node send.mjs
