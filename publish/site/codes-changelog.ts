import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import type { EntryRecord } from '../../data/schema.ts';
import { createEntryKey } from '../../lib/core/entry-key.ts';

type Entries = ReadonlyMap<string, EntryRecord>;

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** The keys of the entries that changed on one day (ISO date), by kind of change. */
export interface DayChanges {
  day: string;
  changes: readonly (readonly ['New' | 'Changed' | 'Retired' | 'Removed', readonly string[]])[];
}

export interface CodeChanges {
  /** Latest first. Without the first day, with which the history begins. */
  days: readonly DayChanges[];
}

/** Reads from the history of `data/` which codes changed. Throws without such a history. */
export function readCodeChanges(root: string): CodeChanges {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES });
  const commits = git('log', '--first-parent', '--reverse', '--format=%H %cs', '--', 'data')
    .trim()
    .split('\n');
  const lastOfDay = new Map(commits.map((line) => line.split(' ').reverse() as [string, string]));

  const files = new Map<string, Entries>();
  const days: DayChanges[] = [];
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
    before = now;
    previous = commit;
  }
  return { days: days.filter(({ changes }) => changes.length > 0) };
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
