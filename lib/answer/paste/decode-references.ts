/** A line that is a list whose first item holds others. */
const LINE = /^\[[[{].{1,500000}\]$/gm;
const MAX_NESTING = 30;
/** Of values and the units of their strings: a few lists that name each other twice, or a long string, would fill the memory. */
const MAX_RESOLVED_UNITS = 1_000_000;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How a list names its own items: by their positions, as numbers or in strings. */
interface Notation {
  /** Returns the position that a value stands for, or null for a value of its own. */
  readPosition(value: Json): number | null;
  /** Returns the contents of an item: what `["Date", "2026-…"]` and `["Set", 4, 5]` stand for. */
  unwrap(item: Json): Json;
}

/** devalue: all values of a list or an object are positions, and a negative one stands for nothing. */
const BY_NUMBER: Notation = {
  readPosition: (value) => (Number.isInteger(value) ? Number(value) : null),
  unwrap(item) {
    if (!Array.isArray(item) || typeof item[0] !== 'string') return item;

    const [type, ...contents] = item;
    if (type !== 'Map')
      return type === 'Set' ? contents : (contents[0] ?? null);

    return contents.flatMap((_, at) =>
      at % 2 === 0 ? [contents.slice(at, at + 2)] : [],
    );
  },
};

/** flatted: strings in lists and objects are positions, and numbers stand for themselves. */
const BY_STRING: Notation = {
  readPosition: (value) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null,
  unwrap: (item) => item,
};

/**
 * Rewrites lists in which values are the positions of other items, as devalue and flatted write them, as plain JSON: there
 * `"code":4` is the code in the fifth item.
 */
export const decodeReferences = (text: string): string =>
  text.includes('[{') || text.includes('[[')
    ? text.replace(LINE, decodeLine)
    : text;

function decodeLine(line: string): string {
  const items = parseList(line);
  const notation =
    items && [BY_NUMBER, BY_STRING].find((one) => isWhole(items, one));

  if (!items || !notation) return line;

  const resolved = resolve(items, notation);

  return resolved === undefined ? line : JSON.stringify(resolved);
}

function parseList(line: string): Json[] | null {
  try {
    const list: Json = JSON.parse(line);

    return Array.isArray(list) && list.length > 1 ? list : null;
  } catch {
    return null;
  }
}

const listMembers = (item: Json): readonly Json[] =>
  item !== null && typeof item === 'object' ? Object.values(item) : [];

/** Returns true if all that lists and objects hold are positions, and each item has one. */
function isWhole(
  items: readonly Json[],
  { readPosition, unwrap }: Notation,
): boolean {
  const members = items.flatMap((item) => listMembers(unwrap(item)).flat());
  const positions = members.map(readPosition);
  const used = new Set(positions);
  const [first = null] = items;

  const isLinked = listMembers(first).some((one) => readPosition(one) !== null);
  const areFlat = items.every((item) => listMembers(item).every(isValue));
  const areInside = positions.every((at) => (at ?? 0) < items.length);
  const areUsed = items.every((_, at) => at === 0 || used.has(at));

  // Objects alone are a list of such.
  return isLinked && areFlat && areInside && areUsed && items.some(isValue);
}

const isValue = (item: Json): boolean =>
  item === null || typeof item !== 'object';

/** Returns what the first item stands for, or undefined if that is too much. */
function resolve(
  items: readonly Json[],
  { readPosition, unwrap }: Notation,
): Json | undefined {
  let units = 0;

  function read(position: number, depth: number): Json {
    const isNothing =
      position < 0 || depth > MAX_NESTING || units > MAX_RESOLVED_UNITS;

    const content = unwrap(isNothing ? null : (items[position] ?? null));

    units += typeof content === 'string' ? content.length + 1 : 1;
    if (content === null || typeof content !== 'object') return content;

    const readMember = (member: Json): Json => {
      if (Array.isArray(member)) return member.map(readMember);

      const at = readPosition(member);

      return at === null ? member : read(at, depth + 1);
    };

    if (Array.isArray(content)) return content.map(readMember);

    return Object.fromEntries(
      Object.entries(content).map(([key, member]) => [key, readMember(member)]),
    );
  }

  const whole = read(0, 0);

  return units > MAX_RESOLVED_UNITS ? undefined : whole;
}
