#!/bin/sh
# @flasd/whatsapp-formatting 0.2.0, Node 24 (1 December 2026): a sign that formats nothing ends the formatting of what comes after.
#
# Expected: "*Pay today*" is bold wherever it stands, as WhatsApp shows it.
# Seen: at the first sign with a space after it, or a letter before it, the search for that sign ends. After "3 * 4" no star is bold, after
# "order_update_v2" no underscore is italic. A preview of a template with a product or a name of a field differs from what arrives.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @flasd/whatsapp-formatting@0.2.0

cat > show.cjs <<'JS'
const { format } = require('@flasd/whatsapp-formatting');

const before = format('*Pay today*. Total: 3 * 4');
const after = format('Total: 3 * 4. *Pay today*');
const name = format('order_update_v2 comes _soon_');

for (const shown of [before, after, name]) console.log(shown);

process.exitCode =
  before.startsWith('<strong>Pay today</strong>') &&
  after.endsWith('*Pay today*') &&
  name.endsWith('_soon_')
    ? 0
    : 1;
JS

node show.cjs
