#!/bin/sh
# @respond-io/n8n-nodes-respond-io 1.3.6, Node 24 (1 December 2026): with ten parameters a template's values change places.
#
# Expected: the parameters of the body are sent in the order of their numbers: {{2}} is the second one. Meta's page "Template messages": positional
# parameters are filled in their order.
# Seen: the numbers are sorted as text, 1, 10, 2, 3 …, so that {{2}} gets the value of {{10}}, {{3}} that of {{2}} and so on. No error:
# the message is sent, with the wrong name, date or amount in it. Up to nine parameters are right.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund --legacy-peer-deps \
  @respond-io/n8n-nodes-respond-io@1.3.6 n8n-workflow@2.41.0

cat > send.cjs <<'JS'
const { join } = require('node:path');

const folder = join(
  __dirname,
  'node_modules/@respond-io/n8n-nodes-respond-io/dist/nodes/Respondio',
);

// Its files import each other in a circle, which begins at the node.
require(`${folder}/Respondio.node.js`);

const { sendMessagePayloadFormatter } = require(`${folder}/constants/actions/messages`);
const { INPUT_IDENTIFIER } = require(`${folder}/constants`);
const { SendMessageTypes } = require(`${folder}/types`);

function send(count) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const text = numbers.map((number) => `{{${number}}}`).join(' ');
  const fields = numbers.map((number) => [`${INPUT_IDENTIFIER}_body_${number}`, `value ${number}`]);

  const { message } = sendMessagePayloadFormatter({
    messageType: SendMessageTypes.WHATSAPP_TEMPLATE,
    templateComponentsFields: { schema: [], value: Object.fromEntries(fields) },
    templateDetails: {
      name: 'order',
      languageCode: 'en',
      components: [{ type: 'body', text }],
      catalogProducts: [],
    },
  });

  const { parameters } = message.template.components[0];
  const sent = parameters.map((parameter) => parameter.text.replace('value ', '')).join(' ');

  console.log(`${count} parameters, sent as:`, sent);
  return sent;
}

const nine = send(9);
const ten = send(10);

process.exitCode = nine === '1 2 3 4 5 6 7 8 9' && ten === '1 10 2 3 4 5 6 7 8 9' ? 0 : 1;
JS

node send.cjs
