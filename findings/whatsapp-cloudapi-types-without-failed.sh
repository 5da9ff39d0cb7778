#!/bin/sh
# @whatsapp-cloudapi/types 4.2.0, TypeScript 5.9.3, Node 24: a status cannot be "failed".
#
# Expected: `WebhookStatus.status` has "failed", which Meta's page of webhooks "Status messages" documents, and which alone comes with the
# `errors` that the same type has, "if the message failed".
# Seen: it is 'delivered' | 'read' | 'sent'. To ask for a failed message is an error of types (TS2367), and what is inside the
# condition counts as unreachable.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @whatsapp-cloudapi/types@4.2.0 typescript@5.9.3

cat > webhook.ts <<'TS'
import type { WebhookStatus } from '@whatsapp-cloudapi/types/webhook';

export const errorsOf = (status: WebhookStatus) =>
  status.status === 'failed' ? status.errors : undefined;
TS

printed=$(node node_modules/typescript/bin/tsc --strict --noEmit --module nodenext webhook.ts || true)
echo "$printed"
echo "$printed" | grep -q "TS2367.*'\"failed\"' have no overlap"
