#!/bin/sh
# dayjs 1.11.23, Node 24 (1 December 2026): the timestamp of a status is a valid date in the eighteenth century.
#
# Expected: of a string that is no ISO 8601 date an invalid one, as `new Date`, date-fns' `parseISO` and Luxon's `fromISO` give it, so that
# one notices. Meta's page of webhooks "Status messages" has `timestamp` as a string of Unix seconds: "1796000000" is
# 30 November 2026.
# Seen: the first four digits are the year, the next two the month, and 00 goes back: "1796000000" is 30 November 1795, and `isValid()` is
# true. "1764547200" is August 1768. A window of 24 hours counted with it is closed for ever. `dayjs.unix(Number(…))` is right.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund dayjs@1.11.23

cat > read.cjs <<'JS'
const dayjs = require('dayjs');

const status = { id: 'wamid.A', status: 'failed', timestamp: '1796000000' };
const date = dayjs(status.timestamp);
const right = dayjs.unix(Number(status.timestamp));

console.log('new Date:  ', String(new Date(status.timestamp)));
console.log('dayjs:     ', date.format('YYYY-MM-DD'), date.isValid());
console.log('dayjs.unix:', right.format('YYYY-MM-DD'), right.isValid());

process.exitCode =
  date.isValid() && date.format('YYYY-MM-DD') === '1795-11-30' && right.year() === 2026 ? 0 : 1;
JS

node read.cjs
