#!/bin/sh
# @opentelemetry/sdk-trace-node 2.12.1, Node 24: `recordException` puts the code of an error in the place of its type.
#
# Expected: `exception.type` is the class ("GraphError"), as OpenTelemetry's conventions define it, and the code is elsewhere.
# Seen: an error with a `code`, as SDKs of Meta's Graph throw it, has `exception.type: "131047"`; its class is nowhere but in
#   the stack. Each code is an exception type of its own, and all classes with one code are one.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @opentelemetry/sdk-trace-node@2.12.1 @opentelemetry/api@1

cat > span.mjs <<'JS'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';

class GraphError extends Error {
  name = 'GraphError';
}

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});

const message = '(#131047) Re-engagement message';
const span = provider.getTracer('test').startSpan('send');

span.recordException(new GraphError(message));
span.recordException(Object.assign(new GraphError(message), { code: 131047 }));
span.end();

const [plain, coded] = exporter
  .getFinishedSpans()[0]
  .events.map(({ attributes }) => attributes['exception.type']);

console.log('exception.type of a GraphError:            ', plain);
console.log('exception.type of a GraphError with a code:', coded);
process.exitCode = plain === 'GraphError' && coded === '131047' ? 0 : 1;
JS

node span.mjs
