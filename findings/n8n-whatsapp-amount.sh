#!/bin/sh
# n8n-nodes-base 2.41.2, Node 24 (1 December 2026): the WhatsApp node sends an amount of 16.10 as 16100.000000000002.
#
# Expected: with the amount 16.10 of a template's currency parameter, `amount_1000` is 16100: Meta's page "Template messages" has the amount
# times 1,000 there, a whole number.
# Seen: the product of a binary fraction is sent as it comes out. Of the prices below 100 with two decimals 145 are no whole number then,
# such as 2.01, 8.19 and 16.10, and 10.50 is one. So one template is right for most prices, and wrong for a few.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# The node alone: with all that n8n-nodes-base depends on, npm would load gigabytes.
echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0 lodash@4.18.1 form-data@4.0.6
npm pack --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz package/dist/nodes/WhatsApp package/dist/utils

cat > send.cjs <<'JS'
const { componentsRequest } = require('./package/dist/nodes/WhatsApp/MessageFunctions.js');

async function send(amount) {
  const price = { type: 'currency', code: 'USD', fallback_value: `$${amount}`, amount_1000: amount };
  const body = { type: 'body', bodyParameters: { parameter: [price] } };
  const node = { getNodeParameter: () => ({ component: [body] }) };
  const { body: sent } = await componentsRequest.call(node, {});
  const { currency } = sent.template.components[0].parameters[0];

  console.log(String(amount).padEnd(5), '=>', JSON.stringify(currency));
  return currency.amount_1000;
}

async function run() {
  const even = await send(10.5);
  const odd = await send(16.1);

  process.exitCode = even === 10500 && odd === 16100.000000000002 ? 0 : 1;
}

run();
JS

node send.cjs
