#!/bin/sh
# n8n-nodes-base 2.41.2, Node 24 (1 December 2026): the WhatsApp trigger for failed messages brings sent ones too, and all or none of a batch.
#
# Expected: with "Receive Message Status Updates: Failed" the workflow gets the statuses that failed. Meta's page "Webhooks": updates are
# sent in batches, so that one change may have several statuses.
# Seen: the filter keeps or drops whole changes: with one failed status in it, the "delivered" and "sent" beside it come along, and a
# workflow that tells support of what it gets tells of delivered messages. The output is a change, not a status: one item here.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# The node alone: with all that n8n-nodes-base depends on, npm would load gigabytes.
echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0 lodash@4.18.1 form-data@4.0.6
npm pack --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz package/dist/nodes/WhatsApp package/dist/utils

cat > receive.cjs <<'JS'
const { filterStatuses } = require('./package/dist/nodes/WhatsApp/WhatsAppTrigger.node.js');

const status = (id, name, errors) => ({
  id,
  status: name,
  timestamp: '1796000000',
  recipient_id: '15550100123',
  ...errors,
});

const failed = { errors: [{ code: 131026, title: 'Message undeliverable' }] };

const changes = [
  [status('wamid.A', 'sent')],
  [status('wamid.B', 'delivered'), status('wamid.C', 'failed', failed), status('wamid.D', 'sent')],
].map((statuses) => ({ field: 'messages', statuses }));

const items = filterStatuses(changes, ['failed']);
const names = items.map(({ statuses }) => statuses.map(({ status }) => status).join(', '));

console.log('items:   ', items.length);
console.log('statuses:', names.join(' | '));
process.exitCode = names.join(' | ') === 'delivered, failed, sent' ? 0 : 1;
JS

node receive.cjs
