#!/bin/sh
# @kapso/whatsapp-cloud-api 0.3.0, Node 24: of a request that was throttled, `retry` says that it must be corrected.
#
# Expected: `isRateLimit()` is true and `retry.action` is "retry_after", as for its 80007. Meta's page "Rate Limits" of the Graph API has 80008
# beside it (too many calls for a WhatsApp Business account, as of template management), and 17, 32 and 613 of the same kind, sent with
# status 400.
# Seen: category "parameter" and "fix_and_retry" for all four: who follows it changes a request that was right, or drops it.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @kapso/whatsapp-cloud-api@0.3.0

cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';

const codes = [80007, 80008, 17, 32, 613];
const answers = [...codes];

const server = createServer((_, response) => {
  response.writeHead(400, { 'content-type': 'application/json' });

  response.end(
    JSON.stringify({
      error: { message: 'Too many calls', type: 'OAuthException', code: answers.shift() },
    }),
  );
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const client = new WhatsAppClient({ accessToken: 'token', baseUrl: `http://127.0.0.1:${port}` });
  const seen = [];

  for (const code of codes) {
    const error = await client.messages
      .sendText({ phoneNumberId: '1', to: '15550100123', body: 'Hello' })
      .catch((thrown) => thrown);

    seen.push(`${error.category} ${error.retry.action}`);
    console.log(code, error.category, error.retry, error.isRateLimit());
  }

  server.close();

  process.exitCode =
    seen[0] === 'throttling retry_after' &&
    seen.slice(1).every((answer) => answer === 'parameter fix_and_retry')
      ? 0
      : 1;
});
JS

node send.mjs
