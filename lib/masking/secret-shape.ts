const MIN_RANDOM_CHARS = 16;
/** Minimum number of changes between upper case, lower case and digits in a random text. Words and dates have fewer. */
const MIN_CHANGES = 5;
const MIN_CHANGES_PER_CHAR = 0.4;
const MIN_SECRET_CHARS = 5;
const MIN_MIXED_CHARS = 8;

/** Ids of Twilio's messages, accounts and services. Its API keys begin with SK. */
const TWILIO_ID = /^(?!SK)[A-Z]{2}[\da-f]{32}$/;

/** Matches source code expressions: `Types_1.DisconnectReason.connectionClosed`, `request.headers.get(`. */
export const isExpression = (value: string): boolean =>
  /^(?:process|os|import\.meta)\.\w|^[$A-Za-z_][\w$.:>-]{0,80}[([]$/.test(
    value,
  ) ||
  /^[A-Za-z_]\w{0,40}(?:(?:\.|::|->)\w{1,40}){1,4}\(/.test(value) ||
  /^[A-Za-z]+(?:_\d)?(?:\.[A-Z]?[a-z]+(?:[A-Z][a-z]+){0,5}){1,4}\(?$/.test(
    value,
  );

export const isUUID = (value: string): boolean =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

/** Express signs the id of a session: `s:…`. */
const RANDOM_CHARS = /^(?:s:)?[\w.~+/=|%-]+$/;

/** Returns true if a value looks like a key or token: long, with mixed letters and digits. URLs, times and UUIDs don't count. */
export function looksRandom(value: string): boolean {
  if (value.length < MIN_RANDOM_CHARS || !RANDOM_CHARS.test(value))
    return false;

  if (isUUID(value) || /^(?:\/|\d{4}-\d\d-\d\d)/.test(value)) return false;

  if (!/\d/.test(value) || isExpression(value) || TWILIO_ID.test(value))
    return false;

  return countChanges(value) >= MIN_CHANGES;
}

/** Returns true for upper case, lower case and digits in disorder. */
export const looksVeryMixed = (value: string): boolean =>
  /[A-Z]/.test(value) &&
  /\d/.test(value) &&
  countChanges(value) > value.length * MIN_CHANGES_PER_CHAR;

/** Returns true if a value without a label looks like a key. */
export const looksVeryRandom = (value: string): boolean =>
  looksRandom(value) && looksVeryMixed(value);

function getUnitClass(unit: string): 'digit' | 'upper' | 'lower' | null {
  if (/\d/.test(unit)) return 'digit';
  if (/[A-Z]/.test(unit)) return 'upper';
  return /[a-z]/.test(unit) ? 'lower' : null;
}

function countChanges(value: string): number {
  let count = 0;
  let last: ReturnType<typeof getUnitClass> = null;

  for (const unit of value) {
    const kind = getUnitClass(unit);
    if (kind && last && kind !== last) count++;
    last = kind;
  }

  return count;
}

/** Returns true if a value next to its key looks like a secret, not like a word, time or version. */
export function looksLikeSecret(value: string): boolean {
  if (
    value.length < MIN_SECRET_CHARS ||
    /^v\d+(?:[.:/-]\d+)*$|^https?:|^\d{4}-\d\d/.test(value)
  )
    return false;

  if (TWILIO_ID.test(value)) return false;

  // `MISSING_TOKEN`, `WA401`: codes.
  if (/^(?:(?:[A-Z\d]+_)+[A-Z\d]+|[A-Z]{1,4}-?\d{2,5})$/.test(value))
    return false;

  return (
    (/\d/.test(value) && /\p{L}/u.test(value)) ||
    /\p{L}[!@#$%^*?~]|[!@#$%^*?~]\p{L}/u.test(value) ||
    looksMixed(value)
  );
}

/** Returns true for alternating upper and lower case, unlike `OAuthException`. */
const looksMixed = (value: string) =>
  value.length >= MIN_MIXED_CHARS &&
  countChanges(value) > 2 &&
  !/^[a-z]*(?:[A-Z]+[a-z]{2,})*$/.test(value);
