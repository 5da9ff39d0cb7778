#!/bin/sh
# whatsapp-business 1.7.2, Node 24: what a refused message rejects with is no Error, and its fields are not Meta's.
#
# Expected: an Error with Meta's message and fields, so that `String(error)`, a stack and `instanceof Error` tell what happened.
# Seen: a plain object. `String(error)` is "[object Object]", and there is no stack. The message is another one, from a list of
#   the library, without "(#131047)". Two fields are added that Meta did not send: `error_data` with empty details, and
#   `error_subcode: NaN`, which JSON has as null.
# An unhandled rejection, or a logger that prints the stack of errors only, shows neither the message nor the code.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-business@1.7.2 axios@1.21.1

cat > send.cjs <<'JS'
const { AxiosError, default: axios } = require('axios');

const answer = {
  error: {
    message: '(#131047) Re-engagement message',
    type: 'OAuthException',
    code: 131047,
    fbtrace_id: 'AbC',
  },
};

// Answers as Meta does, without a network.
axios.defaults.adapter = async (config) => {
  const response = { status: 400, data: answer, headers: {}, config };

  throw new AxiosError('Bad Request', 'ERR_BAD_REQUEST', config, null, response);
};

const { WABAClient } = require('whatsapp-business');

const client = new WABAClient({ apiToken: 'token', phoneId: '1', accountId: '2' });
const sent = structuredClone(answer.error);

client
  .sendMessage({ to: '15550100123', type: 'text', text: { body: 'Hello' } })
  .catch((thrown) => {
    console.log('sent by Meta:         ', JSON.stringify(sent));
    console.log('JSON.stringify(error):', JSON.stringify(thrown));
    console.log('String(error):        ', String(thrown));
    console.log('instanceof Error:     ', thrown instanceof Error);

    const isAsSeen =
      !(thrown instanceof Error) &&
      Number.isNaN(thrown.error_subcode) &&
      thrown.error_data.details === '' &&
      !thrown.message.includes('131047');

    process.exitCode = isAsSeen ? 0 : 1;
  });
JS

node send.cjs
