#!/bin/sh
# vcf 2.1.2, Node 24: a contact's label is written under another name.
#
# Expected: what is read as `item1.X-ABLabel:Mobile` is written as that. WhatsApp exports contacts with it, with the number in
# `item1.TEL;waid=…` before it. RFC 6350 (3.3) leaves only the case of a property's name free.
# Seen: `toString` writes `item1.X-AB-LABEL`, which no address book knows, so the labels are lost; X-WA-BIZ-NAME stays as it is.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund vcf@2.1.2

cat > write.cjs <<'JS'
const Card = require('vcf');

const read = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:;Ann;;;',
  'FN:Ann',
  'item1.TEL;waid=15550100123:+1 555-010-0123',
  'item1.X-ABLabel:Mobile',
  'X-WA-BIZ-NAME:Ann',
  'END:VCARD',
].join('\r\n');

const written = new Card().parse(read).toString('3.0');

console.log(written);
process.exitCode =
  written.includes('item1.X-AB-LABEL:Mobile') && written.includes('X-WA-BIZ-NAME:Ann') ? 0 : 1;
JS

node write.cjs
