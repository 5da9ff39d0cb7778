#!/bin/sh
# plivo 4.79.0, Node 24: what Plivo answered is in the error of a 400, and not in that of a 429 or 503.
#
# Expected: as of a 400, `error.message` is the text of Plivo's answer, with `status` and `apiID`, by which its support finds a request.
# Plivo's reference of its API shows one form of answer, `api_id` and `error`, for all refused requests.
# Seen: of a 429 or 503 the message is "AxiosError: Request failed with status code …", and the error has no other property: text,
# status and id are gone.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund plivo@4.79.0

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const plivo = require('plivo');

const statuses = [400, 429];

const server = createServer((_, response) => {
  response.writeHead(statuses.shift(), { 'content-type': 'application/json' });
  response.end('{"api_id":"5e2a","error":"the text of the answer"}');
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}/v1/Account/MAXXXXXXXXXXXXXXXXXX`;
  const client = new plivo.Client('MAXXXXXXXXXXXXXXXXXX', 'token', { url });

  const send = () =>
    client.messages
      .create({ src: '+15550100122', dst: '+15550100123', type: 'whatsapp', text: 'Hello' })
      .catch((thrown) => thrown);

  const refused = await send();
  const limited = await send();

  server.close();
  console.log('400:', refused.message, refused.status, refused.apiID);
  console.log('429:', limited.message, limited.status, limited.apiID);

  process.exitCode =
    refused.message === 'the text of the answer' &&
    !limited.message.includes('the text of the answer') &&
    limited.status === undefined
      ? 0
      : 1;
});
JS

node send.cjs
