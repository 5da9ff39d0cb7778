export const isString = (value: unknown): value is string =>
  typeof value === 'string';

export const toArray = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

/** Returns an object as a record of unknown values. Returns an empty record for any other value. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
