#!/bin/sh
# @botbuildercommunity/adapter-twilio-whatsapp 1.2.0, Node 24 (1 December 2026): no message is ever "messageFailed".
#
# Expected: the callback of a failed message is an activity of type `WhatsAppActivityTypes.MessageFailed`, which the adapter exports, as that
# of a delivered one is `MessageDelivered`. Twilio's page "Outbound Message Status in Status Callbacks": "failed" and "undelivered".
# Seen: the type is null, with a warning that the status is not supported; nothing in the adapter sets `messageFailed`. A bot that counts
# its failures by it counts none. Twilio's code is in `channelData.ErrorCode`.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @botbuildercommunity/adapter-twilio-whatsapp@1.2.0

cat > receive.cjs <<'JS'
const adapters = require('@botbuildercommunity/adapter-twilio-whatsapp');
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');

const { TwilioWhatsAppAdapter, WhatsAppActivityTypes } = adapters;
const endpointUrl = 'https://example.com/api/messages';

const adapter = new TwilioWhatsAppAdapter({
  accountSid: 'AC1',
  authToken: 'token',
  phoneNumber: '+15550100122',
  endpointUrl,
});

async function receive(status) {
  let type;

  const body = {
    MessageSid: 'SM1',
    From: 'whatsapp:+15550100122',
    To: 'whatsapp:+15550100123',
    ...status,
  };

  const signature = getExpectedTwilioSignature('token', endpointUrl, body);
  const request = { headers: { 'x-twilio-signature': signature }, body };
  const response = { status: () => undefined, end: () => undefined };

  await adapter.processActivity(request, response, async ({ activity }) => {
    type = activity.type;
  });

  return type;
}

async function run() {
  const delivered = await receive({ SmsStatus: 'delivered' });
  const failed = await receive({ SmsStatus: 'failed', ErrorCode: '63016' });
  const undelivered = await receive({ SmsStatus: 'undelivered', ErrorCode: '63024' });

  console.log('exported:   ', Object.values(WhatsAppActivityTypes).join(', '));
  console.log('delivered:  ', delivered);
  console.log('failed:     ', failed);
  console.log('undelivered:', undelivered);

  process.exitCode =
    WhatsAppActivityTypes.MessageFailed === 'messageFailed' &&
    delivered === 'messageDelivered' &&
    failed === null &&
    undelivered === null
      ? 0
      : 1;
}

run();
JS

node receive.cjs
