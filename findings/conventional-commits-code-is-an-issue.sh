#!/bin/sh
# conventional-commits-parser 6.4.0 with its writer 9.3.0, Node 24 (1 December 2026): Meta's code becomes a link to an issue.
#
# Expected: "(#131056)", as Meta's messages begin, is the code of an error in the list of changes.
# Seen: it counts as issue 131056 of the repository, and the list links to it: nothing is there, or, in a large repository, something
# else. After "fixes" it even counts as an issue that the commit closes. A code without "#" stays.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund conventional-commits-parser@6.4.0 conventional-changelog-writer@9.3.0 conventional-changelog-conventionalcommits@10.4.1

cat > write.mjs <<'JS'
import { writeChangelogString } from 'conventional-changelog-writer';
import createPreset from 'conventional-changelog-conventionalcommits';
import { CommitParser } from 'conventional-commits-parser';

const preset = await createPreset();
const parser = new CommitParser(preset.parser);

const commits = [
  'fix(sender): wait after (#131056) Pair rate limit hit',
  'fix(sender): wait after code 131048',
  'fix(sender): fixes (#131047) Re-engagement message',
].map((text) => ({ ...parser.parse(text), hash: '0000000' }));

const context = { version: '1.0.0', host: 'https://example.com', owner: 'acme', repository: 'sender' };
const written = await writeChangelogString(commits, context, preset.writer);

console.log(written.trim());

for (const { references } of commits)
  console.log('reference:', references.map(({ action, issue }) => `${action} ${issue}`).join());

process.exitCode =
  written.includes('[#131056](https://example.com/acme/sender/issues/131056)') &&
  commits[1].references.length === 0 &&
  commits[2].references[0].action === 'fixes'
    ? 0
    : 1;
JS

node write.mjs
