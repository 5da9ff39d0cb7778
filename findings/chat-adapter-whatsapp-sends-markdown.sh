#!/bin/sh
# @chat-adapter/whatsapp 4.41.1, Node 24: a customer reads backslashes and the brackets of links.
#
# Expected: `postMessage(thread, { markdown })` sends what WhatsApp shows as meant. WhatsApp's Help Center ("How to format your messages")
# has bold, italics, strikethrough, code, lists and quotes: no links with a title, no <…> around them and no backslash before a sign.
# Seen: a link is sent as [the order](https://…), an address alone as <https://…>, "5 * 3" as "5 \* 3", "~5 minutes, ~6" as
# "\~5 minutes, \~6". And **…** within `code` becomes *…*, which changes the code.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @chat-adapter/whatsapp@4.41.1

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { createWhatsAppAdapter } from '@chat-adapter/whatsapp';

const sent = [];

const server = createServer(async (request, response) => {
  const parts = await request.toArray();

  sent.push(JSON.parse(Buffer.concat(parts)).text.body);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"messages":[{"id":"wamid.A"}]}');
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();

  const adapter = createWhatsAppAdapter({
    accessToken: 'token',
    appSecret: 'secret',
    phoneNumberId: '1',
    verifyToken: 'token',
    apiUrl: `http://127.0.0.1:${port}`,
  });

  const thread = adapter.encodeThreadId({ phoneNumberId: '1', userWaId: '15550100123' });

  const messages = [
    'See [the order](https://example.com/42)',
    'https://example.com/42',
    '5 * 3, in ~5 minutes, ~6 at most',
    'run `2**3**2`',
  ];

  for (const markdown of messages) await adapter.postMessage(thread, { markdown });

  server.close();

  for (const [index, markdown] of messages.entries())
    console.log(markdown.padEnd(40), '=>', sent[index]);

  const expected = [
    'See [the order](https://example.com/42)',
    '<https://example.com/42>',
    '5 \\* 3, in \\~5 minutes, \\~6 at most',
    'run `2*3*2`',
  ];

  process.exitCode = JSON.stringify(sent) === JSON.stringify(expected) ? 0 : 1;
});
JS

node send.mjs
