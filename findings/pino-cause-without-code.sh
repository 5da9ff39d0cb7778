#!/bin/sh
# pino 10.4.0 with twilio 6.3.1, Node 24 (1 December 2026): the code of an error's cause is lost, that of an AggregateError's errors is not.
#
# Expected: pino logs all properties of an error; its own serializer (pino-std-serializers) promises the cause's message and stack, and logs the
# errors of an AggregateError with theirs. Twilio's errors have their code (63016) in a property only.
# Seen: `new Error('Order 42 not sent', { cause })` is logged with the cause's message and stack joined to its own, and no code. A batch that
# failed, as an AggregateError of the same error, has it. `pino.stdSerializers.errWithCause` as serializer of `err` keeps it.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund pino@10.4.0 twilio@6.3.1

cat > log.mjs <<'JS'
import pino from 'pino';
import twilio from 'twilio';

const cause = new twilio.RestException({
  statusCode: 400,
  body: JSON.stringify({ code: 63016, message: 'Outside the allowed window.', status: 400 }),
});

function log(error, options = {}) {
  let line = '';

  pino(options, { write: (text) => (line = text) }).error(error);
  return line;
}

const wrapped = new Error('Order 42 not sent', { cause });
const { errWithCause } = pino.stdSerializers;

const lines = {
  alone: log(cause),
  'as cause': log(wrapped),
  'in AggregateError': log(new AggregateError([cause], 'Batch not sent')),
  errWithCause: log(wrapped, { serializers: { err: errWithCause } }),
};

const found = Object.entries(lines).map(([name, line]) => [name, line.includes('63016')]);

console.log('message:', JSON.parse(lines['as cause']).err.message);
console.log('63016 in the log:', Object.fromEntries(found));
process.exitCode = String(found.map(([, has]) => has)) === 'true,false,true,true' ? 0 : 1;
JS

node log.mjs
