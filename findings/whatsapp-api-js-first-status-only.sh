#!/bin/sh
# whatsapp-api-js 6.3.0, Node 24: of a webhook with several statuses only the first is told.
#
# Expected: `on.status` is called for each status. `statuses`, `changes` and `entry` are arrays, and Meta's page "Webhooks" says that
# updates are sent in batches of up to 1,000.
# Seen: it is called once. The failed message is the second one here, and its 131026 is told to nobody, though `post` succeeds.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-api-js@6.3.0

cat > receive.mjs <<'JS'
import { WhatsAppAPI } from 'whatsapp-api-js';

const api = new WhatsAppAPI({ token: 'token', secure: false, v: 'v23.0' });
const told = [];

api.on.status = ({ id, status }) => told.push(`${id} ${status}`);

const statuses = [
  { id: 'wamid.A', status: 'delivered', timestamp: '1796000000', recipient_id: '15550100123' },
  {
    id: 'wamid.B',
    status: 'failed',
    timestamp: '1796000000',
    recipient_id: '15550100124',
    errors: [{ code: 131026, title: 'Message undeliverable' }],
  },
];

const value = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550100122', phone_number_id: '1' },
  statuses,
};

await api.post({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
});

console.log('sent:', statuses.map(({ id, status }) => `${id} ${status}`));
console.log('told:', told);
process.exitCode = told.join() === 'wamid.A delivered' ? 0 : 1;
JS

node receive.mjs
