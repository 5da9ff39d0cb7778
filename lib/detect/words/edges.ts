import { isBlank, isJoint, isLetter } from './letters.ts';

/** Hashes of the letters that words end with which lead up to a number, or begin with which follow one; of stems, too. */
const edges = {
  leads: { wholes: new Map<number, number>(), stems: new Set<number>(), done: new Set<string>() },
  follows: { wholes: new Map<number, number>(), stems: new Set<number>(), done: new Set<string>() },
};

const ALONE = 1;
const SEVERAL = 2;
/** Hashes of the letters before the last ones, for words of several. */
const seconds = new Set<number>();

/** Takes a word of a list that leads up to numbers or follows them. */
export function fileEdge(word: string, role: 'leads' | 'follows'): void {
  const { wholes, stems, done } = edges[role];
  if (done.has(word)) return;
  done.add(word);
  const runs = word.match(/[a-z]+\*?/g) ?? [];
  const run = role === 'leads' ? runs.at(-1) : runs[0];
  if (!run) return;
  const open = run.endsWith('*');
  const hash = hashOf(run.replace('*', ''));
  // The last of several words counts only behind the one before it: `error status`.
  const several = role === 'leads' && runs.length > 1 && !open && !/[^a-z\s]/.test(word);
  if (open) stems.add(hash);
  else wholes.set(hash, (wholes.get(hash) ?? 0) | (several ? SEVERAL : ALONE));
  if (several) seconds.add(hashOf(runs.at(-2) ?? ''));
}

function hashOf(run: string): number {
  let hash = 0;
  for (let at = 0; at < run.length; at++) hash = (Math.imul(hash, 31) + run.charCodeAt(at)) | 0;
  return hash;
}

/** Signs between a number and a word that follows it. */
const FOLLOWED = new Set(Array.from('"\'`*_)]-:', (sign) => sign.charCodeAt(0)));
/** A `*` takes up to this many letters. */
const ENDING = 6;
/** Longer runs of letters are no words. */
const LONGEST = 40;
/** How far from a number a word may be that leads up to it, in signs and blanks. */
const LEAD = 9;
const FOLLOW = 5;

/** False where no word of a list that leads up to a number can stand before an offset. Looks at a few characters only. */
export function mayBeLed(text: string, offset: number): boolean {
  let end = offset;
  let unit = text.charCodeAt(end - 1);
  while (offset - end < LEAD && !isLetter(unit)) {
    // Tags are taken out before words are looked for.
    if (unit === 0x3e) return true;
    if (end === 0 || (unit >= 0x30 && unit <= 0x39)) return false;
    unit = text.charCodeAt(--end - 1);
  }
  let start = end;
  for (; isLetter(unit) && end - start < LONGEST; unit = text.charCodeAt(--start - 1)) {
    if (unit >= 0x80) return true;
  }
  // `Meta's 131047`
  if (unit === 0x27 || unit === 0x2019) return true;
  const edge = start < end ? edgeOf(text, start, end, edges.leads) : 0;
  return edge === SEVERAL ? isSecond(text, start) : edge !== 0;
}

/** False where no word of a list that follows a number can stand behind an offset. */
export function mayBeFollowed(text: string, offset: number): boolean {
  let start = offset;
  let unit = text.charCodeAt(start);
  while (start - offset < FOLLOW && start < text.length && !isLetter(unit)) {
    if (unit === 0x3c || unit >= 0x80) return true;
    if (!FOLLOWED.has(unit) && !isBlank(unit)) return false;
    unit = text.charCodeAt(++start);
  }
  let end = start;
  for (; isLetter(unit) && end - start < LONGEST; unit = text.charCodeAt(++end)) {
    if (unit >= 0x80) return true;
  }
  return start < end && edgeOf(text, start, end, edges.follows) !== 0;
}

function isSecond(text: string, offset: number): boolean {
  let end = offset;
  while (offset - end < 3 && isJoint(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (isLetter(text.charCodeAt(start - 1)) && end - start < LONGEST) start--;
  return start < end && seconds.has(hashOf(text.slice(start, end).toLowerCase()));
}

function edgeOf(
  text: string,
  start: number,
  end: number,
  { wholes, stems }: { wholes: ReadonlyMap<number, number>; stems: ReadonlySet<number> },
): number {
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = (Math.imul(hash, 31) + (text.charCodeAt(at) | 0x20)) | 0;
    if (end - at <= ENDING + 1 && stems.has(hash)) return ALONE;
  }
  return wholes.get(hash) ?? 0;
}
