#!/bin/sh
# logfmt 1.4.0, Node 24: an entry that the library wrote is read back as two.
#
# Expected: `streamParser` reads what `stringify` wrote. Its readme has it split its input into lines, so a line break inside a value
# must be written as something else.
# Seen: `stringify` puts the line break into the line as it is. The first part ends in an open quote; what follows is another
# entry, in which `code=131016` is part of a key. The code is in neither.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund logfmt@1.4.0

cat > log.cjs <<'JS'
const { Readable, Writable } = require('node:stream');
const logfmt = require('logfmt');

const entry = {
  level: 'error',
  details: 'Service unavailable.\nTry again later.',
  code: 131016,
};

const line = logfmt.stringify(entry);
const read = [];

const destination = new Writable({
  objectMode: true,
  write(object, _, done) {
    read.push(object);
    done();
  },
});

destination.on('finish', () => {
  console.log(line);
  console.log('read:', read);
  process.exitCode = read.length === 2 && read.every(({ code }) => code === undefined) ? 0 : 1;
});

Readable.from([`${line}\n`]).pipe(logfmt.streamParser()).pipe(destination);
JS

node log.cjs
