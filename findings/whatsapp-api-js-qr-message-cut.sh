#!/bin/sh
# whatsapp-api-js 6.3.0, Node 24: the message of a QR code ends at its first "&".
#
# Expected: `createQR(phoneID, message)` gives Meta the message whole. In a query "&", "#", "+" and "%" are to be escaped (RFC 3986;
# the WHATWG's URL Standard, "application/x-www-form-urlencoded").
# Seen: the message is put into the address as it is. Of "Price & delivery #42" Meta gets "Price ", of "1+1" it gets "1 1".
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-api-js@6.3.0

cat > create.mjs <<'JS'
import { WhatsAppAPI } from 'whatsapp-api-js';

const asked = [];

const fetch = async (url) => {
  asked.push(new URL(url).searchParams.get('prefilled_message'));
  return Response.json({});
};

const api = new WhatsAppAPI({
  token: 'token',
  secure: false,
  v: 'v23.0',
  ponyfill: { fetch },
});

const messages = ['Price & delivery #42', '1+1'];

for (const message of messages) await api.createQR('1', message);

console.log('given:', messages);
console.log('asked:', asked);
process.exitCode = JSON.stringify(asked) === '["Price ","1 1"]' ? 0 : 1;
JS

node create.mjs
