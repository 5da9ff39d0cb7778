#!/bin/sh
# @chatwoot/markdown-to-txt 2.0.4, Node 24 (1 December 2026): two codes below each other become one number.
#
# Expected: the text of a Markdown message without its signs, with the lines and items that a reader sees, as its README shows for one
# sentence.
# Seen: items of a list, paragraphs, headings, rows of a table and forced line breaks are joined without a blank. A note
# "- 131047" above "- 131026" is "131047131026", which no search for either code finds. A single line feed stays. Whoever makes a preview or a
# search text of messages adds the breaks before.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @chatwoot/markdown-to-txt@2.0.4

cat > read.cjs <<'JS'
const { markdownToTxt } = require('@chatwoot/markdown-to-txt');

const list = markdownToTxt('Failed:\n\n- 131047\n- 131026');
const paragraphs = markdownToTxt('Error 131047\n\n24 hours have passed');
const lines = markdownToTxt('131047\n131026');

console.log('list:      ', list);
console.log('paragraphs:', paragraphs);
console.log('lines:     ', JSON.stringify(lines));

process.exitCode =
  list === 'Failed:131047131026' &&
  paragraphs === 'Error 13104724 hours have passed' &&
  lines === '131047\n131026'
    ? 0
    : 1;
JS

node read.cjs
