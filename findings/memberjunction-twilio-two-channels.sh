#!/bin/sh
# @memberjunction/communication-twilio 5.51.3, Node 24 (1 December 2026): a WhatsApp message is sent from a number for SMS.
#
# Expected: `From` gets the channel of `To`: "whatsapp:+1…", as the number of the settings does (`TWILIO_WHATSAPP_NUMBER`), and as `To` does.
# Twilio's error 21910: From and To must be of the same channel.
# Seen: a given `From` is sent as it is, so that Twilio refuses each such message, though the same `From` is right for SMS, and nothing in the
# provider's interface says that it differs.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @memberjunction/communication-twilio@5.51.3

cat > send.mjs <<'JS'
Object.assign(process.env, {
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_PHONE_NUMBER: '+15550100122',
  TWILIO_WHATSAPP_NUMBER: '+15550100122',
});

const { TwilioProvider } = await import('@memberjunction/communication-twilio');
const provider = new TwilioProvider();

async function send(From) {
  let sent;

  provider.getTwilioClient = () => ({
    messages: {
      async create(message) {
        sent = message;
        return { sid: 'SM1' };
      },
    },
  });

  await provider.SendSingleMessage({ From, To: 'whatsapp:+15550100123', ProcessedBody: 'Hello' });
  console.log(`From ${From}:`.padEnd(20), `${sent.from} to ${sent.to}`);
  return sent.from;
}

const settings = await send(undefined);
const given = await send('+15550100122');

process.exitCode =
  settings === 'whatsapp:+15550100122' && given === '+15550100122' ? 0 : 1;
JS

node send.mjs
