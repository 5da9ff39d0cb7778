#!/bin/sh
# whatsapp-api-js 6.3.0, Node 24: a 3GPP video cannot be uploaded under its own media type.
#
# Expected: `uploadMedia` takes a file of type video/3gpp, the registered type of .3gp (IANA's "Media Types"; RFC 3839), which
# Meta's table of video types (page "Media" of the Cloud API) has.
# Seen: "Invalid media type: video/3gpp". It takes "video/3gp", which is no registered type, and which neither a browser nor the
# packages `mime` and `mime-types` give for a .3gp file.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-api-js@6.3.0 mime-types@3.0.2

cat > upload.mjs <<'JS'
import mimeTypes from 'mime-types';
import { WhatsAppAPI } from 'whatsapp-api-js';

const api = new WhatsAppAPI({
  token: 'token',
  secure: false,
  v: 'v23.0',
  ponyfill: { fetch: async () => Response.json({ id: '2' }) },
});

async function upload(type) {
  const form = new FormData();

  form.set('file', new Blob(['video'], { type }), 'video.3gp');
  return api.uploadMedia('1', form).then(({ id }) => `id ${id}`, String);
}

const registered = mimeTypes.lookup('video.3gp');
const seen = [await upload(registered), await upload('video/3gp')];

console.log(`${registered}:`, seen[0]);
console.log('video/3gp: ', seen[1]);
process.exitCode = seen.join('; ') === 'Error: Invalid media type: video/3gpp; id 2' ? 0 : 1;
JS

node upload.mjs
