#!/bin/sh
# n8n-nodes-base 2.41.2 with n8n-workflow 2.41.0, Node 24 (1 December 2026): the WhatsApp node takes Meta's code out of the error.
#
# Expected: a refused message stops the workflow with Meta's message, "(#131047) Re-engagement message", and a failure inside Meta's servers,
# of HTTP status 500, with its code too: Meta's page "Error codes" has 131000 there.
# Seen: "(#131047) " is cut off, and message and description are "Bad request - please check your parameters" and "Re-engagement
# message"; the error's JSON has no code either. A 500 is always "Sending failed", with advice about new test numbers, and nothing that
# Meta sent.
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
const { sendErrorPostReceive } = require('./package/dist/nodes/WhatsApp/MessageFunctions.js');

const node = {
  getNode: () => ({ id: '1', name: 'WhatsApp', type: 'n8n-nodes-base.whatsApp', typeVersion: 1 }),
  getNodeParameter: (_, fallback) => fallback,
};

async function receive(statusCode, code, message) {
  const body = { error: { message: `(#${code}) ${message}`, type: 'OAuthException', code } };
  const response = { statusCode, body };
  const error = await sendErrorPostReceive.call(node, [], response).catch((thrown) => thrown);
  const shown = `${error.message} | ${error.description}`;

  console.log(`${statusCode}, ${code}:`, shown);
  console.log('  code in the error as JSON:', JSON.stringify(error).includes(String(code)));
  return { shown, all: JSON.stringify(error) };
}

async function run() {
  const refused = await receive(400, 131047, 'Re-engagement message');
  const failed = await receive(500, 131000, 'Something went wrong');

  process.exitCode =
    refused.shown.includes('Re-engagement') &&
    !(refused.shown + refused.all).includes('131047') &&
    failed.shown.includes('test number') &&
    !(failed.shown + failed.all).includes('131000')
      ? 0
      : 1;
}

run();
JS

node send.cjs
