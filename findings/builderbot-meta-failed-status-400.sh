#!/bin/sh
# @builderbot/provider-meta 1.2.2, Node 24: the webhook of a failed message is answered with 400, so that Meta sends it again and again.
#
# Expected: 200, as of every webhook that was read. Meta's page "Webhooks" repeats one that gets no 200, for up to 7 days.
# Seen: 200 for "delivered", 400 for "failed", which is told as a notice first: each message that fails is told anew with every
# repetition. The notice has the text of `error_data.details`, without it "Unknown", and never the code.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @builderbot/provider-meta@1.2.2 @builderbot/bot@1.2.2

cat > receive.cjs <<'JS'
const { MetaProvider } = require('@builderbot/provider-meta');

const provider = new MetaProvider({
  jwtToken: 'token',
  numberId: '1',
  verifyToken: 'token',
  version: 'v23.0',
});

async function receive(status) {
  const seen = {};
  const metadata = { display_phone_number: '15550100122', phone_number_id: '1' };
  const value = { messaging_product: 'whatsapp', metadata, statuses: [status] };

  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  };

  const response = {
    statusCode: 200,
    writeHead: (code) => (response.statusCode = code),
    end: () => undefined,
  };

  const listen = ({ instructions }) => (seen.notice = instructions.join());

  provider.vendor.once('notice', listen);
  await provider.vendor.incomingMsg({ body, globalVendorArgs: provider.globalVendorArgs }, response);
  provider.vendor.off('notice', listen);
  return { answered: response.statusCode, ...seen };
}

async function run() {
  const status = { id: 'wamid.A', timestamp: '1796000000', recipient_id: '15550100123' };
  const errors = [{ code: 131026, title: 'Message undeliverable' }];

  await provider.initVendor();

  const delivered = await receive({ ...status, status: 'delivered' });
  const failed = await receive({ ...status, status: 'failed', errors });

  console.log('delivered:', delivered);
  console.log('failed:   ', failed);
  process.exitCode =
    delivered.answered === 200 && failed.answered === 400 && failed.notice.endsWith('Unknown') ? 0 : 1;
}

run();
JS

node receive.cjs
