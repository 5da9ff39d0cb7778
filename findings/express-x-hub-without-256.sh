#!/bin/sh
# express-x-hub 1.0.4, Node 24 (1 December 2026): with `algorithm: 'sha256'` a rightly signed webhook is not signed at all.
#
# Expected: with this option, for which its readme takes any algorithm, `req.isXHub` is true for a webhook of WhatsApp. Meta's page
# "Webhooks" has the SHA-256 signature in `X-Hub-Signature-256`.
# Seen: whatever the algorithm, the middleware reads `X-Hub-Signature`, where only the SHA-1 one stands: `isXHub` is false, there is no
# `isXHubValid`, and the body is not parsed, so that a server built after the readme refuses each webhook, and with it all statuses.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund express-x-hub@1.0.4 express@4.22.3

cat > receive.cjs <<'JS'
const { createHmac } = require('node:crypto');
const express = require('express');
const xhub = require('express-x-hub');

const body = '{"object":"whatsapp_business_account","entry":[]}';
const sign = (algorithm) =>
  `${algorithm}=${createHmac(algorithm, 'secret').update(body).digest('hex')}`;

async function receive(algorithm, name) {
  const app = express();

  app.use(xhub({ algorithm, secret: 'secret' }));
  app.post('/', (request, response) =>
    response.json({ isXHub: request.isXHub, isValid: request.isXHubValid?.() ?? null }),
  );

  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  const response = await fetch(`http://127.0.0.1:${server.address().port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [name]: sign(algorithm) },
    body,
  });

  const seen = await response.json();

  server.closeAllConnections();
  server.close();
  console.log(`${algorithm} in ${name}:`, seen);
  return seen;
}

async function run() {
  const sha1 = await receive('sha1', 'X-Hub-Signature');
  const sha256 = await receive('sha256', 'X-Hub-Signature-256');

  process.exitCode = sha1.isValid && !sha256.isXHub && sha256.isValid === null ? 0 : 1;
}

run();
JS

node receive.cjs
