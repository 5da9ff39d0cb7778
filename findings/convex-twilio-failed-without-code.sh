#!/bin/sh
# @convex-dev/twilio 0.2.2, Node 24 (1 December 2026): a message that failed later is stored without its code.
#
# Expected: the stored message has `error_code` and `error_message`, fields of the component's own table. Twilio's page "Outbound Message
# Status in Status Callbacks": the callback of a failed or undelivered message has `ErrorCode`, as of WhatsApp 63016 and 63024.
# Seen: the route that the component registers hands on account, sid and status only. The row says "undelivered" and keeps the
# `error_code: null` of the answer to the request, when nothing had failed yet.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @convex-dev/twilio@0.2.2 convex@1.49.0 convex-helpers@0.1.135

cat > receive.mjs <<'JS'
globalThis.Convex = {};

const { httpRouter } = await import('convex/server');
const { Twilio } = await import('@convex-dev/twilio');

const updates = [];
const http = httpRouter();

const twilio = new Twilio(
  { messages: { updateStatus: 'updateStatus' } },
  { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' },
);

twilio.registerRoutes(http);

const [handler] = http.lookup('/twilio/message-status', 'POST');
const context = { runMutation: async (_, update) => updates.push(update) };

const request = new Request('https://example.com/twilio/message-status', {
  method: 'POST',
  body: new URLSearchParams({
    AccountSid: 'AC1',
    MessageSid: 'SM1',
    MessageStatus: 'undelivered',
    ErrorCode: '63024',
    From: 'whatsapp:+15550100122',
    To: 'whatsapp:+15550100123',
  }),
});

const { status } = await handler._handler(context, request);

console.log('answered:', status);
console.log('stored:  ', updates);
process.exitCode = Object.keys(updates[0]).join() === 'account_sid,sid,status' ? 0 : 1;
JS

node receive.mjs
