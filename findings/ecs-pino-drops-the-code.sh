#!/bin/sh
# @elastic/ecs-pino-format 1.5.0, Node 24: the code of a logged error is lost, although ECS has a field for it.
#
# Expected: `error.code: "131047"`, a field of the Elastic Common Schema ("error code describing the error").
# Seen: `error` has type, message and stack_trace only. Plain pino keeps `code` and all other properties of an error.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @elastic/ecs-pino-format@1.5.0 pino@10.4.0

cat > log.cjs <<'JS'
const { ecsFormat } = require('@elastic/ecs-pino-format');
const pino = require('pino');

const lines = [];
const stream = { write: (line) => lines.push(JSON.parse(line)) };
const error = Object.assign(new Error('Re-engagement message'), { code: 131047 });

pino({}, stream).error({ err: error });
pino(ecsFormat(), stream).error({ err: error });

const [plain, ecs] = lines;

console.log('pino:            code', plain.err.code, 'of', Object.keys(plain.err).join(', '));
console.log('ecs-pino-format: code', ecs.error.code, 'of', Object.keys(ecs.error).join(', '));
process.exitCode = plain.err.code === 131047 && ecs.error.code === undefined ? 0 : 1;
JS

node log.cjs
