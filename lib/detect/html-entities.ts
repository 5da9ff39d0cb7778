import entities from '../../data/html-entities.json' with { type: 'json' };

const NAMED: Readonly<Record<string, string>> = entities;

export const ENTITY_NAMES = Object.keys(NAMED).join('|');

/** What stands between `&` and `;` as a character: `quot`, `#34`, `#x22`. Null where it is none, or one that nobody sees. */
export function decodeEntity(entity: string): string | null {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()] ?? null;
  const isHex = /^#x/i.test(entity);
  return decodeCodePoint(Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

/** Null for controls and beyond Unicode. */
export function decodeCodePoint(point: number): string | null {
  if (point === 0xa0) return ' ';
  return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}
