import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import type { EntryRecord } from '../../data/schema.ts';
import { createEntryKey } from '../../lib/core/entry-key.ts';

type Entries = ReadonlyMap<string, EntryRecord>;

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Longer lists of one provider are only counted. The diff of `data/` has their codes. */
const MAX_CODES_LENGTH = 40;

/** The keys of the entries that changed on one day (ISO date), by kind of change. */
export interface DayChanges {
  day: string;
  changes: readonly (readonly ['New' | 'Changed' | 'Retired' | 'Removed', readonly string[]])[];
}

export interface CodeChanges {
  /** Latest first. Without the first day, with which the history begins. */
  days: readonly DayChanges[];
  first: { day: string; entries: number };
  /** A shallow clone has only the last days. */
  isShallow: boolean;
}

/**
 * Reads which codes are new, changed, retired and removed from the history of `data/`. Throws without such a history.
 *
 * @param root Folder of the repository.
 */
export function readCodeChanges(root: string): CodeChanges {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES });
  const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
  const commits = git('log', '--first-parent', '--reverse', '--format=%H %cs', '--', 'data')
    .trim()
    .split('\n');
  const lastOfDay = new Map(commits.map((line) => line.split(' ').reverse() as [string, string]));

  const files = new Map<string, Entries>();
  const days: DayChanges[] = [];
  const first = { day: '', entries: 0 };
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
    if (previous) days.unshift({ day, changes: compareDays(before, now) });
    else Object.assign(first, { day, entries: now.size });
    before = now;
    previous = commit;
  }
  return { days: days.filter(({ changes }) => changes.length > 0), first, isShallow };
}

export function createCodesChangelog({ days, first, isShallow }: CodeChanges): string {
  const note = isShallow
    ? 'This clone is shallow, so older days are missing. Run `git fetch --unshallow` for all of them.\n\n'
    : '';
  const sections = days.map(({ day, changes }) => {
    const lines = changes.map(([name, keys]) => `- ${name} (${keys.length}): ${group(keys)}`);
    return `## ${day}\n\n${lines.join('\n')}\n\n`;
  });
  return `# Changes of codes\n\n<!-- Made by \`npm run report -- --changelog\` from the history of data/. Do not edit. -->\n\n${note}${sections.join('')}## ${first.day}\n\n${first.entries} entries, with which this history begins.\n`;
}

function readEntries(yaml: string): Entries {
  const {
    provider,
    api,
    entries = [],
  } = parse(yaml) as { provider: string; api: string; entries?: EntryRecord[] };
  return new Map(entries.map((entry) => [createEntryKey({ provider, api, ...entry }), entry]));
}

function compareDays(before: Entries, now: Entries): DayChanges['changes'] {
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
  return parts.filter(([, own]) => own.length > 0);
}

/** Serializes the fields that a user acts on. Changes to other fields, such as claims, are not changes to the code. */
const getAdvice = (entry: EntryRecord | undefined) =>
  JSON.stringify([entry?.title, entry?.meaning, entry?.next, entry?.verdict]);

/** meta 131026, 131047; twilio 12 codes */
const group = (keys: readonly string[]) =>
  [...Map.groupBy(keys, (key) => key.split('/', 1).join(''))]
    .map(([provider, own]) => {
      const codes = own.map((key) => key.split('/').slice(2).join('/')).join(', ');
      return `${provider} ${codes.length <= MAX_CODES_LENGTH ? codes : `${own.length} codes`}`;
    })
    .join('; ');
