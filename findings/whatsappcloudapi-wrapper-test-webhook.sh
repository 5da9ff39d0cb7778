#!/bin/sh
# whatsappcloudapi_wrapper 1.0.16, Node 24: on Meta's own test of a webhook the warning about it is what fails.
#
# Expected: of the sample that the app dashboard's "Test" sends, whose account has the id "0", `parseMessage` warns, as its own text for
# that id says, and then parses it or names the wrong account.
# Seen: "ReferenceError: signale is not defined". The parser uses a logger that its file does not load, so nobody learns why.
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

function parse(id) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550100122', phone_number_id: '1' },
    contacts: [{ profile: { name: 'Ann' }, wa_id: '15550100123' }],
    messages: [
      {
        from: '15550100123',
        id: 'wamid.A',
        timestamp: '1796000000',
        type: 'text',
        text: { body: 'Hello' },
      },
    ],
  };

  try {
    return cloud.parseMessage({
      object: 'whatsapp_business_account',
      entry: [{ id, changes: [{ field: 'messages', value }] }],
    }).message.type;
  } catch (error) {
    return String(error).split('. ', 1)[0];
  }
}

const seen = { 1: parse('1'), 2: parse('2'), 0: parse('0') };

console.log('own account:    ', seen[1]);
console.log('another account:', seen[2]);
console.log("Meta's test:    ", seen[0]);

process.exitCode =
  seen[1] === 'text_message' && seen[0] === 'ReferenceError: signale is not defined' ? 0 : 1;
JS

node parse.cjs
