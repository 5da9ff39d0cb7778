#!/bin/sh
# redact-pii 3.4.0, Node 24 (1 December 2026): the code of an error is masked as a personal detail.
#
# Expected: personal details are masked, and the code stays: its readme promises that of names, telephone numbers and the like, and an error
# without code cannot be looked up.
# Seen: Twilio's 63016 becomes ZIPCODE, because it has five digits, and Meta's 131047 becomes DIGITS; only codes of up to three digits stay.
# In JSON the code is no number any more: {"code":DIGITS} cannot be parsed.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund redact-pii@3.4.0

cat > mask.cjs <<'JS'
const { SyncRedactor } = require('redact-pii');

const redactor = new SyncRedactor();

const lines = [
  'Error 63016 to +15550100123: outside the allowed window',
  '(#131047) Re-engagement message',
  '{"code":131026,"title":"Message undeliverable"}',
];

const masked = lines.map((line) => redactor.redact(line));

for (const line of masked) console.log(line);

process.exitCode =
  masked[0].startsWith('Error ZIPCODE to') &&
  masked[1].startsWith('(#DIGITS) Re-engagement message') &&
  masked[2].startsWith('{"code":DIGITS')
    ? 0
    : 1;
JS

node mask.cjs
