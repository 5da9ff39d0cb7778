#!/bin/sh
# @iarna/toml 3.0.0, Node 24: whole numbers are written in groups of digits.
#
# Expected: `code = 131047`, as smol-toml and every other writer of TOML tried here print it.
# Seen: `code = 131_047`. TOML allows it, but a search for 131047 in the file finds nothing.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @iarna/toml@3.0.0 smol-toml@1.9.1

cat > write.mjs <<'JS'
import iarna from '@iarna/toml';
import { stringify } from 'smol-toml';

const error = { code: 131047, error_subcode: 2388093 };
const written = iarna.stringify(error);

console.log(`@iarna/toml:\n${written}\nsmol-toml:\n${stringify(error)}`);
process.exitCode = written.includes('131_047') && !written.includes('131047') ? 0 : 1;
JS

node write.mjs
