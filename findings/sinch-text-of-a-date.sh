#!/bin/sh
# @sinch/sdk-core 1.4.0, Node 24 (1 December 2026): a customer's answer "2026-12-24" is lost.
#
# Expected: `text_message.text` is the text that the customer wrote; the SDK's types and Sinch's reference of the Conversation API have it as
# a string.
# Seen: the client makes a Date of each string of an answer that begins like one, whatever field it is in. A bare date is an invalid one
# on top, because its "-24" counts as a time zone: JSON has null for it. "2026-12-24 (Ann)" becomes midnight, without the name. The
# same happens to parameters of templates and to what Meta wrote in an error.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @sinch/sdk-core@1.4.0 @sinch/sdk-client@1.5.0

cat > read.cjs <<'JS'
const { createServer } = require('node:http');
const { ConversationService } = require('@sinch/sdk-core');

const texts = ['on 24 December', '2026-12-24', '2026-12-24 (Ann)'];

const server = createServer(({ url }, response) => {
  const index = Number(url.split('/').pop()[0]);

  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      access_token: 'token',
      id: String(index),
      contact_message: { text_message: { text: texts[index] } },
    }),
  );
});

server.listen(0, '127.0.0.1', async () => {
  const hostname = `http://127.0.0.1:${server.address().port}`;

  const service = new ConversationService({
    projectId: '1',
    keyId: '1',
    keySecret: 'secret',
    authHostname: hostname,
    conversationHostname: hostname,
    conversationRegion: 'us',
  });

  const seen = [];

  for (const index of texts.keys()) {
    const { contact_message } = await service.messages.get({ message_id: String(index) });

    seen.push(JSON.stringify(contact_message.text_message.text));
  }

  server.close();

  for (const [index, text] of texts.entries()) console.log(text.padEnd(16), '=>', seen[index]);

  process.exitCode =
    seen.join() === '"on 24 December",null,"2026-12-24T00:00:00.000Z"' ? 0 : 1;
});
JS

TZ=UTC node read.cjs
