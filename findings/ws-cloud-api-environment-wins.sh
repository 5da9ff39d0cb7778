#!/bin/sh
# ws-cloud-api 0.11.0-alpha, Node 24 (1 December 2026): a message leaves from another number than the one that was given.
#
# Expected: `config: { phoneNumberId: '2', … }` of a call is the number it is sent from; the environment is for calls without it.
# Seen: `WS_PHONE_NUMBER_ID`, `WS_TOKEN` and `WS_CA_VERSION` of the environment win over what is given. Who set them for one number and
# gives another one for a second customer sends from the first, to people who never wrote to it (131047), or with a token that may
# not use it.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund ws-cloud-api@0.11.0-alpha

cat > send.mjs <<'JS'
import { sendText } from 'ws-cloud-api/messaging';

const requests = [];

globalThis.fetch = async (address, { headers }) => {
  requests.push(`${new URL(address).pathname} ${headers.Authorization}`);
  return Response.json({ messages: [{ id: 'wamid.A' }] });
};

async function send() {
  await sendText({
    to: '15550100123',
    message: 'Hello',
    config: { phoneNumberId: '2', businessId: '1', token: 'second', apiVersion: '23.0' },
  });
}

await send();
Object.assign(process.env, { WS_PHONE_NUMBER_ID: '1', WS_TOKEN: 'first' });
await send();

console.log('without environment:', requests[0]);
console.log('with environment:   ', requests[1]);

process.exitCode =
  requests[0] === '/v23.0/2/messages Bearer second' &&
  requests[1] === '/v23.0/1/messages Bearer first'
    ? 0
    : 1;
JS

node send.mjs
