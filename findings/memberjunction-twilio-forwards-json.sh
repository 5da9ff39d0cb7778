#!/bin/sh
# @memberjunction/communication-twilio 5.51.3, Node 24 (1 December 2026): a forwarded photo is the path of the message itself.
#
# Expected: `ForwardMessage` sends the media of the message on. Twilio's page "Media subresource": their addresses are a list of their own,
# `…/Messages/SM…/Media/ME…`, and `mediaUrl` must be an address that Twilio can load.
# Seen: `mediaUrl` is `uri` of the message, "/2010-04-01/Accounts/…/Messages/SM….json": a path without a host, to JSON. Twilio refuses the
# message (21620), and the photo as well as the comment with it is not sent.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @memberjunction/communication-twilio@5.51.3

cat > forward.mjs <<'JS'
Object.assign(process.env, {
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_PHONE_NUMBER: '+15550100122',
  TWILIO_WHATSAPP_NUMBER: '+15550100122',
});

const { TwilioProvider } = await import('@memberjunction/communication-twilio');

let sent;

const original = {
  from: 'whatsapp:+15550100123',
  body: 'My order',
  numMedia: '1',
  uri: '/2010-04-01/Accounts/AC1/Messages/SM1.json',
  subresourceUris: { media: '/2010-04-01/Accounts/AC1/Messages/SM1/Media.json' },
};

const messages = Object.assign(() => ({ fetch: async () => original }), {
  async create(message) {
    sent = message;
    return { sid: 'SM2' };
  },
});

const provider = new TwilioProvider();

provider.getTwilioClient = () => ({ messages });

const { Success } = await provider.ForwardMessage({
  MessageID: 'SM1',
  ToRecipients: ['whatsapp:+15550100124'],
});

console.log('forwarded:', Success, sent.to);
console.log('mediaUrl: ', sent.mediaUrl);
process.exitCode = Success && sent.mediaUrl.join() === original.uri ? 0 : 1;
JS

node forward.mjs
