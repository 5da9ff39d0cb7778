#!/bin/sh
# notifme-sdk 1.16.25, Node 24 (1 December 2026): a template for Infobip is sent in a form that Infobip's own library does not use.
#
# Expected: the body that Infobip documents for POST /whatsapp/1/message/template and that @infobip-api/sdk 0.3.2 sends: an object with
# `messages`, and in each message `content` with `templateName`, `templateData` and `language`.
# Seen: a bare list without `messages`, and `language` beside `content`, not in it. What is refused for it is the request, not the message,
# so no code of WhatsApp tells why. `customize` can mend the content of a message, not the list.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund notifme-sdk@1.16.25 @infobip-api/sdk@0.3.2 nock@14.0.10

cat > send.cjs <<'JS'
const nock = require('nock');
const { Infobip, AuthType } = require('@infobip-api/sdk');
const NotifmeSdk = require('notifme-sdk').default;

const baseUrl = 'https://api.infobip.com';
const bodies = [];

nock(baseUrl)
  .persist()
  .post('/whatsapp/1/message/template')
  .reply((_path, body) => {
    bodies.push(body);
    return [200, { messages: [{ messageId: 'a' }] }];
  });

const template = {
  templateName: 'order_sent',
  templateData: { body: { placeholders: ['12'] } },
};

async function main() {
  const notifme = new NotifmeSdk({
    channels: { whatsapp: { providers: [{ type: 'infobip', baseUrl, apiKey: 'key' }] } },
  });

  await notifme.send({
    whatsapp: {
      type: 'template',
      from: '15550100120',
      to: '15550100123',
      messageId: 'a',
      language: 'en',
      ...template,
    },
  });

  const infobip = new Infobip({ baseUrl, apiKey: 'key', authType: AuthType.ApiKey });

  await infobip.channels.whatsapp.send({
    type: 'template',
    messages: [
      { from: '15550100120', to: '15550100123', content: { ...template, language: 'en' } },
    ],
  });

  const [own, theirs] = bodies;

  console.log('notifme-sdk:     ', JSON.stringify(own));
  console.log('@infobip-api/sdk:', JSON.stringify(theirs));

  process.exitCode =
    Array.isArray(own) &&
    own[0].language === 'en' &&
    !('language' in own[0].content) &&
    theirs.messages[0].content.language === 'en'
      ? 0
      : 1;
}

main();
JS

node send.cjs
