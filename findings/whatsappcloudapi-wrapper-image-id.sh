#!/bin/sh
# whatsappcloudapi_wrapper 1.0.16, Node 24 (1 December 2026): an uploaded image is sent under the id of another one.
#
# Expected: `sendImage` with a file uploads it and sends the id that Meta gave, as `sendVideo`, `sendAudio` and `sendDocument` do. Ids of
# media are strings on Meta's page "Media" of the Cloud API.
# Seen: `sendImage` alone makes a number of the id. Above 2^53 the last digits change, so that Meta is asked for a file that does not
# exist, or that is another's: the message is refused now and then, depending on the id.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsappcloudapi_wrapper@1.0.16 nock@14.0.10

cat > send.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const nock = require('nock');
const WhatsappCloud = require('whatsappcloudapi_wrapper');

const ID = '24384543784567891';
const sent = {};

nock('https://graph.facebook.com')
  .persist()
  .post('/v13.0/1/media')
  .reply(200, { id: ID })
  .post('/v13.0/1/messages')
  .reply(200, (_, body) => {
    sent[body.type] = String(body[body.type].id);
    return { messages: [{ id: 'wamid.A' }] };
  });

const cloud = new WhatsappCloud({
  accessToken: 'token',
  senderPhoneNumberId: '1',
  WABA_ID: '1',
});

const file = { recipientPhone: '15550100123', file_path: 'file', file_name: 'file' };

async function run() {
  writeFileSync('file', 'file');
  await cloud.sendVideo({ ...file, mime_type: 'video/mp4' });
  await cloud.sendImage({ ...file, mime_type: 'image/jpeg' });

  console.log('id from Meta:     ', ID);
  console.log('sent for a video: ', sent.video);
  console.log('sent for an image:', sent.image);
  process.exitCode = sent.video === ID && sent.image === '24384543784567892' ? 0 : 1;
}

run();
JS

node send.cjs
