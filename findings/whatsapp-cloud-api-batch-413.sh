#!/bin/sh
# whatsapp-cloud-api 0.3.1, Node 24 (1 December 2026): a large batch of statuses is answered with 413, so that Meta sends it again.
#
# Expected: 200 or 202. Meta's page "Webhooks" batches up to 1,000 updates and says that payloads may have up to 3 MB.
# Seen: `startExpressServer` puts `express.json()` with its limit of 100 kB before everything, also before `useMiddleware`, so that a
# larger limit there comes too late. A campaign's 400 failed statuses are refused for the days that Meta repeats them; 2 are taken.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-cloud-api@0.3.1 express@4.22.3

cat > receive.cjs <<'JS'
const express = require('express');
const { createBot } = require('whatsapp-cloud-api');

const status = (_, index) => ({
  id: `wamid.HBgLMTU1NTAxMDAxMjMVAgARGBI${index}`,
  status: 'failed',
  timestamp: '1796000000',
  recipient_id: '15550100123',
  errors: [
    {
      code: 131026,
      title: 'Message undeliverable',
      message: 'Message undeliverable',
      error_data: { details: 'Message Undeliverable.' },
      href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
    },
  ],
});

function webhook(length) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550100122', phone_number_id: '1' },
    statuses: Array.from({ length }, status),
  };

  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  });
}

async function run() {
  const app = express();

  app.set('env', 'test');
  await createBot('1', 'token').startExpressServer({
    app,
    useMiddleware: (target) => target.use(express.json({ limit: '3mb' })),
  });

  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  async function post(length) {
    const body = webhook(length);

    const response = await fetch(`http://127.0.0.1:${server.address().port}/webhook/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    console.log(`${length} statuses, ${body.length} bytes: ${response.status}`);
    return response.status;
  }

  const few = await post(2);
  const many = await post(400);

  server.closeAllConnections();
  server.close();
  process.exitCode = few === 202 && many === 413 ? 0 : 1;
}

run();
JS

node receive.cjs
