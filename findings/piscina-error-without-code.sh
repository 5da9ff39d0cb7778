#!/bin/sh
# piscina 5.3.2, Node 24 (1 December 2026): an error that leaves a worker has lost its code.
#
# Expected: `pool.run()` rejects with what the task threw: "Re-engagement message" with `code` 131047 and `error_data`, so that the caller can
# decide whether to send again.
# Seen: it has name, message and stack only; the structured clone between threads leaves out all other properties of an Error. A plain
# object keeps them. Where the code is not in the message, as in Twilio's errors, nothing tells a 63016 from a 63018.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund piscina@5.3.2

cat > worker.cjs <<'JS'
module.exports = (shape) => {
  const properties = { code: 131047, error_data: { details: 'More than 24 hours have passed.' } };

  throw shape === 'error'
    ? Object.assign(new Error('Re-engagement message'), properties)
    : { message: 'Re-engagement message', ...properties };
};
JS

cat > run.cjs <<'JS'
const { join } = require('node:path');
const { Piscina } = require('piscina');

async function run() {
  const pool = new Piscina({ filename: join(__dirname, 'worker.cjs'), maxThreads: 1 });
  const error = await pool.run('error').catch((thrown) => thrown);
  const object = await pool.run('object').catch((thrown) => thrown);

  await pool.destroy();
  console.log('error: ', error.message, error.code, error.error_data);
  console.log('object:', object.message, object.code, object.error_data);

  process.exitCode =
    error.message === 'Re-engagement message' &&
    error.code === undefined &&
    error.error_data === undefined &&
    object.code === 131047
      ? 0
      : 1;
}

run();
JS

node run.cjs
