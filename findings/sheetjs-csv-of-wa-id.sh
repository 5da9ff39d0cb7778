#!/bin/sh
# xlsx (SheetJS) 0.18.5, Node 24: a CSV made of telephone numbers has only six digits of them.
#
# Expected: `sheet_to_csv(json_to_sheet(rows))` gives back the numbers of the rows. A `wa_id` of 13 digits and a `phone_number_id` of 15 are
# whole numbers below 2^53.
# Seen: numbers of 12 and more digits are written as a narrow column would show them, 5.51199E+12: each number of Brazil or Mexico, and
# each id, is lost in the file, while one of the United States, with 11 digits, is whole. `{ rawNumbers: true }` keeps them.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund xlsx@0.18.5

cat > export.cjs <<'JS'
const { utils } = require('xlsx');

const rows = [
  { wa_id: 15550100123, code: 131047 },
  { wa_id: 5511955501001, code: 131026 },
  { wa_id: 106540352242922, code: 131049 },
];

const sheet = utils.json_to_sheet(rows);
const csv = utils.sheet_to_csv(sheet);

console.log(csv);
console.log('with rawNumbers:');
console.log(utils.sheet_to_csv(sheet, { rawNumbers: true }));
process.exitCode = csv.includes('15550100123,131047') && csv.includes('5.51196E+12,131026') ? 0 : 1;
JS

node export.cjs
