#!/bin/sh
# async-retry 1.3.3, Node 24 (1 December 2026): after several tries it rejects with an error that is not the last one.
#
# Expected: the error of the last try, since it says why the message was not sent in the end. The readme only says that the promise is
# rejected if all tries fail.
# Seen: it rejects with the error whose message came most often. Here Meta refuses twice with 131016 (Service unavailable) and then, a
# day having passed, with 131047 (Re-engagement message): one is told 131016, and to wait again, for a message that will never be
# taken without a template.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund async-retry@1.3.3

cat > retry.cjs <<'JS'
const retry = require('async-retry');

const unavailable = [131016, '(#131016) Service unavailable'];
const answers = [unavailable, unavailable, [131047, '(#131047) Re-engagement message']];
const seen = [];

async function send() {
  const [code, message] = answers[seen.length];

  seen.push(code);
  throw Object.assign(new Error(message), { code });
}

retry(send, { retries: 2, minTimeout: 10, maxTimeout: 10 }).catch(({ code }) => {
  console.log('codes of the tries:', seen.join(', '));
  console.log('code of the error: ', code);
  process.exitCode = seen.at(-1) === 131047 && code === 131016 ? 0 : 1;
});
JS

node retry.cjs
