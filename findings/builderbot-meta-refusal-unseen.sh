#!/bin/sh
# @builderbot/provider-meta 1.2.2, Node 24 (1 December 2026): a refused message looks like a sent one.
#
# Expected: `sendText` gives Meta's answer, or rejects with its error: the method below it, `sendMessageToApi`, returns the one and
# throws the other, and the interface in its types promises `Promise<any>`.
# Seen: it gives undefined before anything was sent. The message goes to a queue (`queue-promise`) whose `add` returns nothing, so the
# wamid is lost, and the refusal (131047 here) is only printed to the console, without its code: "Request failed with status
# code 400". No `catch` of the bot runs.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @builderbot/provider-meta@1.2.2 @builderbot/bot@1.2.2 nock@14.0.10

cat > send.cjs <<'JS'
const nock = require('nock');
const { MetaProvider } = require('@builderbot/provider-meta');

const answers = [
  [200, { messages: [{ id: 'wamid.A' }] }],
  [400, { error: { message: '(#131047) Re-engagement message', code: 131047 } }],
];

const printed = [];
let requests = 0;

console.error = (...values) => printed.push(values.join(' '));

nock('https://graph.facebook.com')
  .post('/v23.0/1/messages')
  .times(2)
  .reply(() => answers[requests++]);

const provider = new MetaProvider({
  jwtToken: 'token',
  numberId: '1',
  verifyToken: 'token',
  version: 'v23.0',
});

const wait = (isDone) =>
  new Promise((resolve) => {
    const timer = setInterval(() => isDone() && resolve(clearInterval(timer)), 20);
  });

async function send() {
  const result = await provider.sendText('15550100123', 'Hello').then(
    (value) => `resolved with ${value}`,
    (error) => `rejected with ${error.message}`,
  );

  return `${result}, after ${requests} requests`;
}

async function run() {
  const accepted = await send();

  await wait(() => requests === 1);
  const refused = await send();

  await wait(() => printed.length > 0);
  console.log('accepted:', accepted);
  console.log('refused: ', refused);
  console.log('printed: ', printed.join());

  process.exit(
    accepted === 'resolved with undefined, after 0 requests' &&
      refused === 'resolved with undefined, after 1 requests' &&
      !printed.join().includes('131047')
      ? 0
      : 1,
  );
}

run();
JS

node send.cjs
