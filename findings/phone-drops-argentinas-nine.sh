#!/bin/sh
# phone 3.1.72, Node 24 (1 December 2026): a mobile number of Argentina loses its 9.
#
# Expected: "+5491155550100" stays: with the 9 after +54 it is a mobile number in E.164 (ITU-T; Argentina's numbering plan), and the `wa_id` that
# WhatsApp knows. Without it, +54 11 5555-0100 is the landline of Buenos Aires.
# Seen: `isValid` is true, and `phoneNumber` is "+541155550100": what is stored and written to is another line than the one given, and the
# `wa_id` of a status is not found under it. Mexico's 1, which is out of use, and Brazil's ninth digit stay.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund phone@3.1.72

cat > check.cjs <<'JS'
const { phone } = require('phone');

const numbers = { Argentina: '+5491155550100', Mexico: '+5215555010012', Brazil: '+5531987650100' };
const seen = {};

for (const [country, number] of Object.entries(numbers)) {
  const { isValid, phoneNumber } = phone(number);

  seen[country] = phoneNumber;
  console.log(country.padEnd(9), number, '=>', isValid, phoneNumber);
}

process.exitCode =
  seen.Argentina === '+541155550100' &&
  seen.Mexico === numbers.Mexico &&
  seen.Brazil === numbers.Brazil
    ? 0
    : 1;
JS

node check.cjs
