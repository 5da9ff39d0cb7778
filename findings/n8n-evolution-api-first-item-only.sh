#!/bin/sh
# n8n-nodes-evolution-api 1.0.4, Node 24 (1 December 2026): of a hundred recipients only the first gets a list.
#
# Expected: the node sends once for each item that comes in, as nodes of n8n do, and as its own operations for texts and images.
# Seen: for a list it reads the parameters of the first item and ends. The others get nothing, and nothing fails: one item comes out,
# with `success: true`. Audio, buttons, contacts, documents, polls, reactions and videos are the same in its source. A loop over single
# items helps.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund --legacy-peer-deps \
  n8n-nodes-evolution-api@1.0.4 n8n-workflow@2.41.0

cat > send.cjs <<'JS'
const { join } = require('node:path');

const folder = join(__dirname, 'node_modules/n8n-nodes-evolution-api/dist/nodes/EvolutionApi');
const { EvolutionApi } = require(`${folder}/EvolutionApi.node.js`);

const recipients = ['15550100123', '15550100124', '15550100125'];
const rows = { rowValues: [{ title: 'Yes', rowId: 'yes' }] };

const shared = {
  resource: 'messages-api',
  instanceName: 'acme',
  messageText: 'Hello',
  title: 'Order',
  description: 'Is it right?',
  buttonText: 'Answer',
  'sections.sectionValues': [{ title: 'Answers', rows }],
};

async function send(operation) {
  const sent = [];

  const node = {
    getInputData: () => recipients.map((recipient) => ({ json: { recipient } })),
    getNodeParameter: (name, index, fallback) =>
      ({ ...shared, operation, remoteJid: recipients[index] })[name] ?? fallback,
    getCredentials: async () => ({ 'server-url': 'https://example.com', apikey: 'key' }),
    getNode: () => ({ name: 'Evolution API', type: 'evolutionApi', typeVersion: 1 }),
    continueOnFail: () => false,
    helpers: {
      request: async ({ body }) => sent.push(body.number),
      returnJsonArray: (data) => [data].flat(),
    },
  };

  const [items] = await new EvolutionApi().execute.call(node);

  console.log(`${operation}:`, recipients.length, 'items in,', sent.length, 'sent,', items.length, 'out');
  return sent.length;
}

async function run() {
  const texts = await send('send-text');
  const lists = await send('send-list');

  process.exitCode = texts === 3 && lists === 1 ? 0 : 1;
}

run();
JS

node send.cjs
