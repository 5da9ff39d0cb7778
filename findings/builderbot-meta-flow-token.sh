#!/bin/sh
# @builderbot/provider-meta 1.2.2, Node 24 (1 December 2026): all Flows have one token, and it is a placeholder.
#
# Expected: `sendFlow` sends a token of its own for each message, or none: Meta's page "Sending a Flow" has the business choose `flow_token`, and
# a customer's answer brings it back, so that it is known what it answers.
# Seen: it is "<FLOW_TOKEN>" every time, and there is no parameter for it. Without data the first screen gets a field "<CUSTOM_KEY>", which
# no Flow declares.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @builderbot/provider-meta@1.2.2 @builderbot/bot@1.2.2 nock@14.0.10

cat > send.cjs <<'JS'
const nock = require('nock');
const { MetaProvider } = require('@builderbot/provider-meta');

const sent = [];

const provider = new MetaProvider({
  jwtToken: 'token',
  numberId: '1',
  verifyToken: 'token',
  version: 'v23.0',
});

function finish() {
  for (const parameters of sent) console.log(JSON.stringify(parameters));

  const tokens = sent.map(({ flow_token }) => flow_token);
  const { data } = sent[1].flow_action_payload;

  process.exit(
    tokens.join() === '<FLOW_TOKEN>,<FLOW_TOKEN>' && data['<CUSTOM_KEY>'] === '<CUSTOM_VALUE>'
      ? 0
      : 1,
  );
}

nock('https://graph.facebook.com')
  .post('/v23.0/1/messages')
  .times(2)
  .reply(200, (_, body) => {
    const count = sent.push(body.interactive.action.parameters);

    if (count === 2) setTimeout(finish, 50);
    return { messages: [{ id: `wamid.${count}` }] };
  });

const texts = ['Order', 'Your order', 'ACME', '2', 'Open', 'ORDER'];

provider.sendFlow('15550100123', ...texts, { order: '42' });
provider.sendFlow('15550100124', ...texts);
JS

node send.cjs
