#!/bin/sh
# whatsapp-cloud-api 0.3.1, Node 24: a refused message throws Meta's answer, and a lost connection throws a string.
#
# Expected: an Error in both cases.
# Seen: the answer itself (`{ error: { … } }`) and, without a response, a bare string. `error.message` is undefined in both,
#   `String(error)` of the first is "[object Object]". Code such as `catch (error) { log(error.message) }` logs "undefined".
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-cloud-api@0.3.1 axios@1.21.1

cat > send.cjs <<'JS'
const { AxiosError, default: axios } = require('axios');

const answer = { error: { message: '(#131047) Re-engagement message', code: 131047 } };
let hasResponse = true;

axios.defaults.adapter = async (config) => {
  const response = { status: 400, data: answer, headers: {}, config };

  throw new AxiosError(
    'connect ECONNREFUSED',
    'ECONNREFUSED',
    config,
    null,
    hasResponse ? response : undefined,
  );
};

const { createBot } = require('whatsapp-cloud-api');

const bot = createBot('1', 'token');
const send = () => bot.sendText('15550100123', 'Hello').catch((thrown) => thrown);

(async () => {
  const refused = await send();
  hasResponse = false;
  const lost = await send();

  for (const [name, thrown] of [['refused:', refused], ['lost:   ', lost]])
    console.log(name, typeof thrown, String(thrown), 'message:', thrown.message);

  const isAsSeen =
    !(refused instanceof Error) &&
    refused.message === undefined &&
    typeof lost === 'string';

  process.exitCode = isAsSeen ? 0 : 1;
})();
JS

node send.cjs
