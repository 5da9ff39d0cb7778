import { toRecord } from '../core/type-guards.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Migrations of stored settings and settings files: the one at index N turns version N into N + 1. Data without a version is version 0.
 * Append only: never change one after its release. A new field with a default needs none. Frames read the stored form until the background
 * has migrated it, so a change to fields that they use must allow for both forms. For fields that are synced, also change `sync-items.ts`.
 */
export const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = [splitRecentLookups];

export const SETTINGS_VERSION = MIGRATIONS.length;

/** Returns the fields in today's form, without the version. Those of a newer version are returned unchanged. */
export function migrateSettings(stored: unknown): { fields: Fields; version: number } {
  const { version: given, ...fields } = toRecord(stored);
  const version = typeof given === 'number' && given >= 0 ? given : 0;
  return { version, fields: MIGRATIONS.slice(version).reduce((old, migrate) => migrate(old), fields) };
}

/** Before version 1, storage had `recent: { on, list }`, and a file had `rememberLookUps`. */
function splitRecentLookups({ recent, rememberLookUps, ...others }: Fields): Fields {
  const { on = rememberLookUps, list } = toRecord(recent);
  return {
    ...others,
    ...(on !== undefined && { rememberLookups: on }),
    ...(list !== undefined && { recentLookups: list }),
  };
}
