#!/bin/sh
# tslog 5.2.0 with twilio 6.3.1, Node 24: an error's code is in the pretty log and not in the JSON log.
#
# Expected: the JSON log, the one for machines, has no less of an error than the pretty one; tslog's readme counts `code` among what is
# masked in a logged error. Twilio's errors have their code (63016) in a property only, not in the message.
# Seen: pretty prints "63016"; JSON has name, message and stack, and neither `code` nor any other property.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund tslog@5.2.0 twilio@6.3.1

cat > log.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { Logger } from 'tslog';
import twilio from 'twilio';

function log(type) {
  const body = {
    code: 63016,
    message: 'Outside the allowed window.',
    more_info: 'https://www.twilio.com/docs/errors/63016',
    status: 400,
  };

  new Logger({ type }).error(new twilio.RestException({ statusCode: 400, body }));
}

function compare() {
  const print = (type) => execFileSync(process.execPath, ['log.mjs', type], { encoding: 'utf8' });
  const pretty = print('pretty').includes('63016');
  const json = JSON.parse(print('json'));

  console.log('63016 in the pretty log:', pretty);
  console.log('error of the JSON log:  ', Object.keys(json.error), json.error.message);
  process.exitCode = pretty && !('code' in json.error) ? 0 : 1;
}

const [type] = process.argv.slice(2);

if (type) log(type);
else compare();
JS

node log.mjs
