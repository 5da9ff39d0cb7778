#!/bin/sh
# whatsapp-business 1.7.2, Node 24 (1 December 2026): a downloaded file is not there when `downloadMedia` is done.
#
# Expected: after `await client.downloadMedia(address, path)` the file is at `path`, so that it can be sent on or stored.
# Seen: the promise is done when the answer begins, and the file is empty or cut off then. What is uploaded again at once is refused, or is
# half a picture. The value is the stream that writes, typed `any`, whose "finish" one must wait for.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-business@1.7.2

cat > download.cjs <<'JS'
const { once } = require('node:events');
const { existsSync, statSync } = require('node:fs');
const { createServer } = require('node:http');
const { WABAClient } = require('whatsapp-business');

const BYTES = 2_000_000;
const size = () => (existsSync('file') ? statSync('file').size : 0);

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': BYTES });
  response.write(Buffer.alloc(BYTES / 2));
  setTimeout(() => response.end(Buffer.alloc(BYTES / 2)), 300);
});

server.listen(0, '127.0.0.1', async () => {
  const client = new WABAClient({ apiToken: 'token', phoneId: '1', accountId: '1' });
  const address = `http://127.0.0.1:${server.address().port}/file`;
  const result = await client.downloadMedia(address, 'file');
  const early = size();

  await once(result, 'finish');
  server.close();
  console.log('bytes when the promise is done:', early < BYTES ? `fewer than ${BYTES}` : early);
  console.log('bytes after "finish":          ', size());
  process.exitCode = early < BYTES && size() === BYTES ? 0 : 1;
});
JS

node download.cjs
