import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import type { EntryRecord } from '../../data/schema.ts';
import { createEntryKey } from '../../lib/core/entry-key.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';

type Entries = ReadonlyMap<string, EntryRecord>;

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const ENTRY_FILE = /blob (\w+)\tdata\/[^/]+\/[^/]+\.yaml$/;

/** The keys of the entries that changed on one day (ISO date), by kind of change. */
export interface DayChanges {
  day: string;
  changes: readonly (readonly [(typeof KINDS)[number], readonly string[]])[];
}

/** Reads the changes from the history of `data/`, latest day first, without its first day. Throws without a history. */
export function readCodeChanges(root: string): DayChanges[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT_BYTES,
    }).trim();

  const commits = git(
    'log',
    '--first-parent',
    '--reverse',
    '--format=%cs %H',
    '--',
    'data',
  ).split('\n');

  const lastOfDay = new Map(
    commits.map((line) => line.split(' ') as [string, string]),
  );

  const known = new Map<string, Entries>();

  const readCommit = (commit: string): Entries => {
    const blobs = git('ls-tree', '-r', commit, 'data')
      .split('\n')
      .flatMap((line) => ENTRY_FILE.exec(line)?.[1] ?? []);

    const files = blobs.map((id) =>
      getOrInsert(known, id, () => readEntries(git('cat-file', 'blob', id))),
    );

    return new Map(files.flatMap((entries) => [...entries]));
  };

  const states = [...lastOfDay].map(([day, commit]) => ({
    day,
    entries: readCommit(commit),
  }));

  return states
    .slice(1)
    .map(({ day, entries }, at) => ({
      day,
      changes: compareDays(states[at]?.entries ?? new Map(), entries),
    }))
    .filter(({ changes }) => changes.length > 0)
    .reverse();
}

function readEntries(yaml: string): Entries {
  const {
    entries = [],
    ...list
  }: { provider: string; api: string; entries?: EntryRecord[] } = parse(yaml);

  return new Map(
    entries.map((entry) => [createEntryKey({ ...list, ...entry }), entry]),
  );
}

const KINDS = ['New', 'Changed', 'Retired', 'Removed'] as const;

function compareDays(before: Entries, now: Entries): DayChanges['changes'] {
  const keys = [...new Set([...now.keys(), ...before.keys()])];

  const byKind = Map.groupBy(keys, (key) =>
    findChange(before.get(key), now.get(key)),
  );

  return KINDS.map((kind) => [kind, byKind.get(kind) ?? []] as const).filter(
    ([, own]) => own.length > 0,
  );
}

function findChange(
  old: EntryRecord | undefined,
  entry: EntryRecord | undefined,
) {
  if (!old) return 'New';
  if (!entry) return 'Removed';
  if (entry.deprecated && !old.deprecated) return 'Retired';
  return getAdvice(old) === getAdvice(entry) ? null : 'Changed';
}

/** Serializes the fields that a user acts on. Changes to other fields, such as claims, are not changes to the code. */
const getAdvice = ({ title, meaning, next, verdict }: EntryRecord) =>
  JSON.stringify([title, meaning, next, verdict]);
