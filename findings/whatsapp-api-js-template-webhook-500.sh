#!/bin/sh
# whatsapp-api-js 6.3.0, Node 24: a webhook about a template is answered with 500, so that Meta sends it again.
#
# Expected: of a field that the library does not handle, `handle_post` answers 200: its `post` ends with an "Unexpected payload" error
# of status 200. Meta's page "Webhooks" repeats a webhook that gets no 200 for up to 7 days.
# Seen: a `message_template_status_update` has no `metadata`, which the library reads before it looks at the field: a TypeError, and
# so 500.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-api-js@6.3.0

cat > receive.mjs <<'JS'
import { WhatsAppAPI } from 'whatsapp-api-js/middleware/web-standard';

const api = new WhatsAppAPI({ token: 'token', secure: false, v: 'v23.0' });
const metadata = { display_phone_number: '15550100122', phone_number_id: '1' };

const value = {
  event: 'REJECTED',
  message_template_id: 2,
  message_template_name: 'order_update',
  message_template_language: 'en_US',
  reason: 'INVALID_FORMAT',
};

function receive(field, content) {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', time: 1796000000, changes: [{ field, value: content }] }],
  });

  const headers = { 'content-length': String(body.length) };

  return api.handle_post(new Request('https://example.com', { method: 'POST', body, headers }));
}

const template = await receive('message_template_status_update', value);
const other = await receive('history', { messaging_product: 'whatsapp', metadata });

console.log('message_template_status_update:', template);
console.log('history, with its metadata:    ', other);
process.exitCode = template === 500 && other === 200 ? 0 : 1;
JS

node receive.mjs
