#!/bin/sh
# @n8n/tournament 1.13.0, Node 24 (1 December 2026): the placeholders of a new WhatsApp template are evaluated before Meta sees them.
#
# Expected: the body of a new template, "Hello {{1}}, your order {{2}} …", reaches Meta as it is when an "HTTP Request" of n8n sends it with
# an expression in its body. Meta's page "Templates" has {{1}} for positional parameters.
# Seen: n8n's evaluator takes {{1}} for JavaScript: "Hello 1, your order 2 …". There is no error: the template is one without parameters,
# and each message that has some is refused later (132000). With a backslash before it {{1}} stays, and so does the backslash.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @n8n/tournament@1.13.0

cat > evaluate.cjs <<'JS'
const { Tournament } = require('@n8n/tournament');

const written = 'Hello {{1}}, your order {{2}} is ready. {{ $json.code }}';
const evaluated = new Tournament().execute(written, { $json: { code: 131047 } });
const escaped = new Tournament().execute('Hello \\{{1}}, {{ 1 + 1 }}', {});

console.log('written:  ', written);
console.log('evaluated:', evaluated);
console.log('escaped:  ', escaped);
process.exitCode = evaluated === 'Hello 1, your order 2 is ready. 131047' ? 0 : 1;
JS

node evaluate.cjs
