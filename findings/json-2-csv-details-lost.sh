#!/bin/sh
# json-2-csv 5.6.0, Node 24 (1 December 2026): the table of failed messages has a column for the details, and nothing in it.
#
# Expected: with `expandArrayObjects: true`, which makes columns of the objects in a list, the column of `errors[].error_data.details` has what Meta
# wrote: its page of webhooks "Status messages" has the reason of a failure there.
# Seen: `errors.code` and `errors.title` are filled, `errors.error_data\.details` is empty in each row: what lies deeper than one level in a
# list gets a heading only. With `unwindArrays: true` beside it, one row for each error, the details are there.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund json-2-csv@5.6.0

cat > write.mjs <<'JS'
import { json2csv } from 'json-2-csv';

const details = 'More than 24 hours have passed';
const error = { code: 131047, title: 'Re-engagement message', error_data: { details } };
const statuses = [{ id: 'wamid.1', status: 'failed', errors: [error] }];

const expanded = json2csv(statuses, { expandArrayObjects: true });
const unwound = json2csv(statuses, { expandArrayObjects: true, unwindArrays: true });

console.log(expanded);
console.log('details when unwound:', unwound.includes(details));

process.exitCode =
  expanded.includes('131047') &&
  expanded.split('\n')[0].includes('details') &&
  !expanded.includes(details) &&
  unwound.includes(details)
    ? 0
    : 1;
JS

node write.mjs
