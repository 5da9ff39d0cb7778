#!/bin/sh
# consola 3.4.2 with twilio 6.3.1, Node 24: an error loses its code.
#
# Expected: as `console.error(error)` does, `consola.error(error)` shows the properties of an error: Twilio's have their code (63016), HTTP
# status and link there, and in the message only a text.
# Seen: message and stack without code, with each of consola's two reporters. Inside an object, `{ error }`, the code is shown.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund consola@3.4.2 twilio@6.3.1

cat > log.mjs <<'JS'
import { createConsola } from 'consola';
import twilio from 'twilio';

const error = new twilio.RestException({
  statusCode: 400,
  body: JSON.stringify({
    code: 63016,
    message: 'Failed to send freeform message because you are outside the allowed window.',
    more_info: 'https://www.twilio.com/docs/errors/63016',
    status: 400,
  }),
});

function print(fancy, value) {
  let printed = '';
  const stream = { write: (text) => (printed += text) };

  createConsola({ fancy, stdout: stream, stderr: stream }).error(value);
  return printed;
}

const basic = print(false, error);
const fancy = print(true, error);
const inside = print(false, { error });

console.log(basic.split('\n', 1)[0]);
console.log('63016 with the basic reporter:', basic.includes('63016'));
console.log('63016 with the fancy reporter:', fancy.includes('63016'));
console.log('63016 inside an object:       ', inside.includes('63016'));

process.exitCode =
  basic.includes('outside the allowed') &&
  fancy.includes('outside the allowed') &&
  !(basic + fancy).includes('63016') &&
  inside.includes('63016')
    ? 0
    : 1;
JS

node log.mjs
