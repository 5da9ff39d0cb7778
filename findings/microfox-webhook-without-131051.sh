#!/bin/sh
# @microfox/whatsapp-business 1.5.2, Node 24: its schema of webhooks refuses kinds of message that Meta documents.
#
# Expected: `WebhookPayloadSchema` takes what Meta's pages of webhooks ("Unsupported messages", "Button messages") show: a message of
# type "unsupported" with its error 131051, and the tap on a template's quick reply, of type "button".
# Seen: both are an invalid discriminator value. One of them makes the whole webhook invalid, with the messages beside it.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @microfox/whatsapp-business@1.5.2

cat > read.mjs <<'JS'
import { WebhookPayloadSchema } from '@microfox/whatsapp-business';

const text = { type: 'text', text: { body: 'Hello' } };

const unsupported = {
  type: 'unsupported',
  errors: [
    {
      code: 131051,
      title: 'Message type unknown',
      message: 'Message type unknown',
      error_data: { details: 'Message type is currently not supported.' },
    },
  ],
};

const button = {
  context: { from: '15550100122', id: 'wamid.A' },
  type: 'button',
  button: { payload: 'Yes', text: 'Yes' },
};

const accepts = (...contents) => {
  const messages = contents.map((content, index) => ({
    from: '15550100123',
    id: `wamid.${index}`,
    timestamp: '1796000000',
    ...content,
  }));

  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550100122', phone_number_id: '1' },
    contacts: [{ profile: { name: 'Ann' }, wa_id: '15550100123' }],
    messages,
  };

  return WebhookPayloadSchema.safeParse({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  }).success;
};

const seen = {
  text: accepts(text),
  unsupported: accepts(unsupported),
  button: accepts(button),
  'text and button': accepts(text, button),
};

console.log('accepted:', seen);
process.exitCode = JSON.stringify(Object.values(seen)) === '[true,false,false,false]' ? 0 : 1;
JS

node read.mjs
