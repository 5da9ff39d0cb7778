import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import type { EntryRecord } from '../data/schema.ts';
import { createEntryKey } from '../lib/core/entry-key.ts';

type Entries = ReadonlyMap<string, EntryRecord>;

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Longer lists of one registry are only counted. The diff of `data/` has their codes. */
const MAX_CODES_LENGTH = 60;

/**
 * Generates `docs/codes-changelog.md` from the history of `data/`: new, changed and retired codes by day. A shallow clone has
 * only the last days, and the text says so.
 *
 * @param root Folder of the repository.
 */
export function createCodesChangelog(root: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES });
  const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
  const commits = git('log', '--first-parent', '--reverse', '--format=%H %cs', '--', 'data')
    .trim()
    .split('\n');
  const lastOfDay = new Map(commits.map((line) => line.split(' ').reverse() as [string, string]));

  const files = new Map<string, Entries>();
  const days: string[] = [];
  let before: Entries = new Map();
  let previous = '';
  for (const [day, commit] of lastOfDay) {
    const names = previous
      ? git('diff-tree', '-r', '--name-status', '--no-renames', previous, commit, '--', 'data')
          .split('\n')
          .map((line) => line.split('\t'))
      : git('ls-tree', '-r', '--name-only', commit, 'data')
          .split('\n')
          .map((name) => ['A', name]);
    for (const [status, name = ''] of names) {
      if (!/^data\/[^/]+\/[^/]+\.yaml$/.test(name)) continue;
      if (status === 'D') files.delete(name);
      else files.set(name, readEntries(git('show', `${commit}:${name}`)));
    }
    const now = new Map([...files.values()].flatMap((entries) => [...entries]));
    days.unshift(
      previous
        ? formatDay(day, before, now)
        : `## ${day}\n\n${now.size} entries, with which this history begins.`,
    );
    before = now;
    previous = commit;
  }
  const note = isShallow
    ? 'This clone is shallow, so older days are missing. Run `git fetch --unshallow` for all of them.\n\n'
    : '';
  return `# Changes of codes\n\n<!-- Made by \`npm run report -- --changelog\` from the history of data/. Do not edit. -->\n\n${note}${days.filter(Boolean).join('\n\n')}\n`;
}

function readEntries(yaml: string): Entries {
  const {
    provider,
    api,
    entries = [],
  } = parse(yaml) as { provider: string; api: string; entries?: EntryRecord[] };
  return new Map(entries.map((entry) => [createEntryKey({ provider, api, ...entry }), entry]));
}

function formatDay(day: string, before: Entries, now: Entries): string {
  const keys = [...now.keys()];
  const isRetired = (key: string) =>
    Boolean(now.get(key)?.deprecated && before.has(key) && !before.get(key)?.deprecated);
  const parts = [
    ['New', keys.filter((key) => !before.has(key))],
    [
      'Changed',
      keys.filter(
        (key) => before.has(key) && !isRetired(key) && getAdvice(before.get(key)) !== getAdvice(now.get(key)),
      ),
    ],
    ['Retired', keys.filter(isRetired)],
    ['Removed', [...before.keys()].filter((key) => !now.has(key))],
  ] as const;
  const lines = parts
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => `- ${name} (${own.length}): ${group(own)}`);
  return lines.length > 0 ? `## ${day}\n\n${lines.join('\n')}` : '';
}

/** Serializes the fields that a user acts on. Changes to other fields, such as claims, are not changes to the code. */
const getAdvice = (entry: EntryRecord | undefined) =>
  JSON.stringify([entry?.title, entry?.meaning, entry?.next, entry?.verdict]);

/** `meta/cloud` 131026, 131047; `twilio/api` 12 codes */
const group = (keys: readonly string[]) =>
  [...Map.groupBy(keys, (key) => key.split('/', 2).join('/'))]
    .map(([registry, own]) => {
      const codes = own.map((key) => key.slice(registry.length + 1)).join(', ');
      return `\`${registry}\` ${codes.length <= MAX_CODES_LENGTH ? codes : `${own.length} codes`}`;
    })
    .join('; ');
