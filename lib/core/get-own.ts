/** Returns a value that a record holds itself: `constructor`, the key of a page or a user, is a property of every object. */
export const getOwn = <T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;
