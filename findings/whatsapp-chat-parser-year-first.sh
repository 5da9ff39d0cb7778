#!/bin/sh
# whatsapp-chat-parser 4.0.2, Node 24: of an exported chat of one day, month and day are swapped if the year comes first.
#
# Expected: "2026-12-01, 5:46 p.m. - Ann: …", which WhatsApp exports on a telephone set to English (Canada), is 1 December. With the year
# first the month comes next (ISO 8601, and the CLDR's formats of the locales that begin with the year).
# Seen: 12 January. A second day in the chat does not always put it right: 5 November and 6 December become 11 May and 12 June.
# "2026-12-01" is read as days first, as 01/12/2026 is. `{ daysFirst: false }` helps.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-chat-parser@4.0.2

cat > parse.mjs <<'JS'
import { parseString } from 'whatsapp-chat-parser';

const read = (chat, options) =>
  parseString(chat, options).map(({ date }) => date.toISOString().slice(0, 10));

const day = '2026-12-01, 5:46 p.m. - Ann: Hello\n2026-12-01, 5:47 p.m. - Bob: Hi';
const days = '2026-11-05, 5:46 p.m. - Ann: Hello\n2026-12-06, 5:47 p.m. - Bob: Hi';
const seen = [read(day), read(days), read(day, { daysFirst: false })];

console.log(day);
console.log('read as:', seen[0].join(', '));
console.log(days);
console.log('read as:', seen[1].join(', '));
console.log('the first, with daysFirst: false:', seen[2].join(', '));

process.exitCode =
  seen.join(' ') === '2026-01-12,2026-01-12 2026-05-11,2026-06-12 2026-12-01,2026-12-01' ? 0 : 1;
JS

node parse.mjs
