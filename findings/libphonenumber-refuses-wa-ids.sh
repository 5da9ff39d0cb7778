#!/bin/sh
# libphonenumber-js 1.13.16 and google-libphonenumber 3.2.47, Node 24: a `wa_id` that Meta itself sends is not a valid number.
#
# Expected: with a "+" before it, the `wa_id` of a customer is a valid number, so that a webhook's sender can be checked, stored and
# answered. Meta's page "Phone numbers" says that the Cloud API itself changes the prefix of Brazilian and Mexican numbers.
# Seen: Mexico's 521… is not even a possible number, since the plan has no 1 there since 2019, and Brazil's older ids without the ninth
# digit are possible but not valid. libphonenumber-js takes them for valid with its small metadata, which is its default.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund libphonenumber-js@1.13.16 google-libphonenumber@3.2.47

cat > check.cjs <<'JS'
const { PhoneNumberUtil } = require('google-libphonenumber');
const small = require('libphonenumber-js');
const max = require('libphonenumber-js/max');

const google = PhoneNumberUtil.getInstance();
const ids = { Mexico: '5215555010012', Brazil: '553187650100', 'ninth digit': '5531987650100' };
const seen = {};

for (const [name, id] of Object.entries(ids)) {
  const parsed = google.parse(`+${id}`);

  seen[name] = [
    google.isPossibleNumber(parsed),
    google.isValidNumber(parsed),
    max.isValidPhoneNumber(`+${id}`),
    small.isValidPhoneNumber(`+${id}`),
  ].join(' ');
}

console.log('possible, valid (Google), valid (js, max), valid (js, default):');
console.log(seen);
process.exitCode =
  seen.Mexico === 'false false false false' &&
  seen.Brazil === 'true false false true' &&
  seen['ninth digit'] === 'true true true true'
    ? 0
    : 1;
JS

node check.cjs
