#!/bin/sh
# devalue 6.0.3, Node 24 (1 December 2026): beside "errorCode" stands 4, a code that exists, and not the one that was sent.
#
# Expected: in the answers of SvelteKit (__data.json) and Nuxt (_payload.json), which are written with devalue, one reads in the browser's network
# panel why a message failed. Its readme calls `stringify` analogous to `JSON.stringify`.
# Seen: each value is replaced by its place in one long list, as its example shows with a text: `"errorCode":4` is the place of Twilio's 63016.
# 4 is a code of Meta's Graph API as well (application request limit), so that whoever looks it up gets an answer to something else.
# `uneval` of the same library writes the number.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund devalue@6.0.3

cat > write.mjs <<'JS'
import { parse, stringify, uneval } from 'devalue';

const failed = [
  { sid: 'SM1', status: 'undelivered', errorCode: 63016, errorMessage: 'Outside the window' },
  { id: 'wamid.1', errorCode: 131026 },
];

const written = stringify(failed);
const codes = written.match(/(?<="errorCode":)\d+/gu);

console.log(written);
console.log('beside errorCode:', codes.join(', '));
console.log('uneval:          ', uneval(failed[1]));

process.exitCode =
  codes.join() === '4,8' &&
  uneval(failed[1]).includes('errorCode:131026') &&
  parse(written)[0].errorCode === 63016
    ? 0
    : 1;
JS

node write.mjs
