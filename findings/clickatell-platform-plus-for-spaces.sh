#!/bin/sh
# clickatell-platform 2.0.11, Node 24 (1 December 2026): the recipient reads a plus sign for each space.
#
# Expected: "Your order 12 is ready" arrives as it was written.
# Seen: `sendMessageHttp` puts a plus sign for each space and then encodes the plus signs, so the address has "Your%2Border", which every
# reader of a query decodes to "Your+order". `sendMessageRest` sends the text as it is. Neither returns anything: Clickatell's answer, with its
# `errorCode`, is only printed.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund clickatell-platform@2.0.11 nock@14.0.10

cat > send.cjs <<'JS'
const clickatell = require('clickatell-platform');
const nock = require('nock');

const TEXT = 'Your order 12 is ready';
const arrived = {};

const refusal = { messages: [{ accepted: false, error: 'Refused' }] };

nock('https://platform.clickatell.com')
  .get('/messages/http/send')
  .query(({ content }) => {
    arrived.http = content;
    return true;
  })
  .reply(200, refusal)
  .post('/messages', ({ content }) => {
    arrived.rest = content;
    return true;
  })
  .reply(200, refusal);

const returned = [
  clickatell.sendMessageHttp(TEXT, ['15550100123'], 'key'),
  clickatell.sendMessageRest(TEXT, ['15550100123'], 'key'),
];

process.on('exit', () => {
  console.log('by HTTP:', arrived.http);
  console.log('by REST:', arrived.rest);
  console.log('returned:', returned);

  process.exitCode =
    arrived.http === 'Your+order+12+is+ready' &&
    arrived.rest === TEXT &&
    returned.every((value) => value === undefined)
      ? 0
      : 1;
});
JS

node send.cjs
