#!/bin/sh
# whatsappcloudapi_wrapper 1.0.16, Node 24: a message that Meta could not pass on is parsed to nothing.
#
# Expected: of a message of type "unsupported" `parseMessage` tells the error, 131051, which Meta's page of webhooks "Unsupported
# messages" has in `message.errors`. The library looks for it, and calls the result a notification.
# Seen: the result is a notification without `notificationMessage` and without `message`: the code is only printed to the console.
# And of the types "document" and "video" `message.type` becomes undefined.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsappcloudapi_wrapper@1.0.16

cat > parse.cjs <<'JS'
const WhatsappCloud = require('whatsappcloudapi_wrapper');

const cloud = new WhatsappCloud({
  accessToken: 'token',
  senderPhoneNumberId: '1',
  WABA_ID: '1',
});

function parse(content) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550100122', phone_number_id: '1' },
    contacts: [{ profile: { name: 'Ann' }, wa_id: '15550100123' }],
    messages: [{ from: '15550100123', id: 'wamid.A', timestamp: '1796000000', ...content }],
  };

  return cloud.parseMessage({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  });
}

const unsupported = parse({
  type: 'unsupported',
  errors: [{ code: 131051, title: 'Message type unknown' }],
});

const file = parse({
  type: 'document',
  document: { filename: 'order.pdf', mime_type: 'application/pdf', id: '2' },
});

console.log('unsupported:', unsupported);
console.log('type of the document:', file.message.type);

process.exitCode =
  unsupported.isNotificationMessage &&
  !JSON.stringify(unsupported).includes('131051') &&
  file.message.type === undefined
    ? 0
    : 1;
JS

node parse.cjs
