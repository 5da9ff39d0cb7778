#!/bin/sh
# @great-detail/whatsapp 9.2.0, Node 24: media are downloaded without the client's token.
#
# Expected: `media.download` sends the client's `Authorization`, as its other methods do. Meta's page "Media" of the Cloud API wants
# the token for the address of a file too: without it the request fails. The readme's example gives the address only.
# Seen: no `Authorization` is sent. The download is made by a fresh ky, without the client's options, so the token must be given
# again in `request`.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @great-detail/whatsapp@9.2.0

cat > download.mjs <<'JS'
import { createServer } from 'node:http';
import Client from '@great-detail/whatsapp';

const seen = [];

const server = createServer(({ headers }, response) => {
  const { port } = server.address();

  seen.push(headers.authorization);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ url: `http://127.0.0.1:${port}/file` }));
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();

  const sdk = new Client({
    baseUrl: `http://127.0.0.1:${port}`,
    request: { headers: { Authorization: 'Bearer token' } },
  });

  const { url } = await sdk.media.getURL({ mediaID: '2' }).json();

  await sdk.media.download({ mediaURL: url });
  server.close();
  console.log('Authorization of getURL:  ', seen[0]);
  console.log('Authorization of download:', seen[1]);
  process.exitCode = seen[0] === 'Bearer token' && seen[1] === undefined ? 0 : 1;
});
JS

node download.mjs
