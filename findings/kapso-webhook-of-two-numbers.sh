#!/bin/sh
# @kapso/whatsapp-cloud-api 0.3.0, Node 24 (1 December 2026): in a webhook of two business numbers all failures are those of the last.
#
# Expected: from what `normalizeWebhook` returns one can tell which of the own numbers sent a failed message. Meta's page "Webhooks" has
# `metadata.phone_number_id` in each change, and says that updates are batched; one account has several numbers.
# Seen: the statuses of all changes are one list without their number, and `phoneNumberId` is the one of the last change. The first
# status here, 131031 (account locked), counts for the wrong number. `raw` has the changes apart.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @kapso/whatsapp-cloud-api@0.3.0

cat > read.mjs <<'JS'
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server';

const change = (number, status) => ({
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: `1555010010${number}`, phone_number_id: number },
    statuses: [{ timestamp: '1796000000', recipient_id: '15550100123', ...status }],
  },
});

const errors = [{ code: 131031, title: 'Business account locked' }];

const webhook = {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        change('7', { id: 'wamid.A', status: 'failed', errors }),
        change('8', { id: 'wamid.B', status: 'sent' }),
      ],
    },
  ],
};

const { phoneNumberId, statuses } = normalizeWebhook(webhook);

console.log('number:', phoneNumberId);
console.log('statuses:', JSON.stringify(statuses));

process.exitCode =
  phoneNumberId === '8' &&
  statuses.length === 2 &&
  statuses[0].errors[0].code === 131031 &&
  !/phoneNumberId|metadata/.test(JSON.stringify(statuses))
    ? 0
    : 1;
JS

node read.mjs
