#!/bin/sh
# react-whatsapp 0.3.0, React 18.3.1, Node 24 (1 December 2026): the text of a chat link ends at the first "&" or "#".
#
# Expected: WhatsApp opens with the whole text, which its page on links to chats wants URL-encoded.
# Seen: the button encodes it as an address (`encodeURI`), which leaves "&", "#", "+" and "?" as they are: of "Refund & invoice for order
# #42" the chat opens with "Refund ". The customer sends half a sentence, and the order's number is lost. (It also needs
# `@babel/runtime` and `prop-types`, which its package does not name.)
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund --legacy-peer-deps react-whatsapp@0.3.0 react@18.3.1 prop-types@15.8.1 @babel/runtime@7.28.4

cat > press.cjs <<'JS'
const ReactWhatsapp = require('react-whatsapp').default;

const opened = [];

globalThis.window = { open: (address) => opened.push(address) };

const message = 'Refund & invoice for order #42';
const button = ReactWhatsapp({ number: '+1 555 010 0123', message, element: 'button' });

button.props.onClick({});

const [address] = opened;
const text = new URL(address).searchParams.get('text');

console.log(address);
console.log('WhatsApp reads:', JSON.stringify(text));

process.exitCode = text === 'Refund ' ? 0 : 1;
JS

node press.cjs
