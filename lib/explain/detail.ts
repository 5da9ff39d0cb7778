import type { Entry, Relation } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { relatedAs } from '../catalogue/relations.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import { type Captures, fill, findPattern, foldCase, patternOf, tidy } from './detail-pattern.ts';
import type { Explanation } from './explanation.ts';
import { withShownIds } from './phone-number.ts';

type Detail = NonNullable<Entry['details']>[number];

/** A match of one of an entry's details in a text. */
export interface DetailFound {
  detail: Detail;
  captures: Captures;
  start: number;
  end: number;
  weight: number;
}

/** A normalized text, prepared once for matching against several entries. */
export interface Beside {
  text: string;
  folded: string;
}

/** Related entries whose details also apply: a code that a provider passes on, and the same error under another code. */
const RELATIVES: readonly Relation[] = ['behind', 'same-cause', 'successor'];

/** Maximum length of the text. Pages and the decoder pass less. */
const LONGEST = 4_000;

export function besideOf(nearby: string): Beside {
  const text = tidy(nearby.slice(0, LONGEST));
  return { text, folded: foldCase(text) };
}

/** Returns the detail that matches the text. The most specific pattern (most letters) wins. Returns null if none matches. */
export function detailFound(details: readonly Detail[], { text, folded }: Beside): DetailFound | null {
  let best: DetailFound | null = null;
  for (const detail of details) {
    for (const source of detail.match) {
      const phrase = patternOf(source);
      if (best && phrase.weight <= best.weight) continue;
      const match = findPattern(phrase, text, folded);
      if (match) best = { detail, weight: phrase.weight, ...match };
    }
  }
  return best;
}

/** Reads the text around a code: matches the details of its entry first, then those of related entries. */
export function readBeside(
  entry: Entry | null,
  beside: Beside,
  catalogue: Catalogue,
): Pick<Explanation, 'detail' | 'said'> & { found: DetailFound | null } {
  const relatives = entry ? relatedAs(RELATIVES, entry, catalogue.byKey) : [];
  const found =
    detailFound(entry?.details ?? [], beside) ??
    detailFound(
      relatives.flatMap(({ details = [] }) => details),
      beside,
    );
  const said = saidIn(beside.text);
  if (!found) return { found, detail: null, said: tellingOf(said, entry) };
  const { detail, captures, start, end } = found;
  // Quote the sender's whole sentence if it contains the match.
  const whole = said.find((each) => each.start <= start && end <= each.end);
  return {
    found,
    detail: {
      text: whole?.text ?? withShownIds(beside.text.slice(start, end)),
      meaning: fill(detail.meaning, captures),
      ...(detail.adds && { adds: detail.adds }),
      next: detail.next ? shortNext(detail.next, captures) : null,
    },
    said: tellingOf(
      said.filter((each) => each !== whole),
      entry,
    ),
  };
}

/** Returns the entry with the verdict and next step of the matched detail, if that detail has its own. */
export function sharpened(entry: Entry, { found, detail }: ReturnType<typeof readBeside>): Entry {
  const verdict = found?.detail.verdict;
  return verdict ? { ...entry, verdict, next: detail?.next ?? entry.next } : entry;
}

/**
 * Maximum length of a filled-in next step. Captures come from the page and can be long, and the first line of a card,
 * with the verdict, has 90 characters.
 */
const LONGEST_NEXT = 58;

function shortNext(next: string, captures: Captures): string | null {
  const filled = fill(next, captures);
  return filled === next || filled.length <= LONGEST_NEXT ? filled : null;
}

/** A message for people that the sender wrote next to a code: `error_data.details`, `error_user_msg`, `error_user_title`. */
interface Said {
  text: string;
  start: number;
  end: number;
}

const KEYS =
  /\b(?:error_user_msg|error_user_title|details|detailed_description|developer_message)["']?\s{0,3}(?::|=>|=)\s{0,3}(["']?)/gi;
const LONGEST_SAID = 600;
const MOST_SAID = 6;

/**
 * Returns the messages for people in a payload or log line, in order and unchanged, in any language.
 *
 * @param text Output of `tidy`.
 */
function saidIn(text: string): readonly Said[] {
  const found: Said[] = [];
  for (const match of text.matchAll(KEYS)) {
    const start = match.index + match[0].length;
    const end = endOf(text, start, match[1] ?? '');
    const said = text.slice(start, end).trim();
    if (/\p{L}{2}/u.test(said) && !/^[{[]/.test(said)) found.push({ text: withShownIds(said), start, end });
    if (found.length === MOST_SAID) break;
  }
  return found;
}

function endOf(text: string, start: number, quote: string): number {
  const window = text.slice(start, start + LONGEST_SAID);
  // An apostrophe inside the sentence does not end it. A quote before a comma or bracket does.
  const close =
    quote === '' ? window.search(/[\n"}]/) : window.search(quote === '"' ? /"/ : /'(?=\s*[,}\])\n]|$)/);
  return start + (close < 0 ? window.length : close);
}

const bare = (text: string) =>
  foldCase(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Joins the messages that are more than the name of the code. Returns null if there are none. */
function tellingOf(said: readonly Said[], entry: Entry | null): string | null {
  if (said.length === 0) return null;
  const names = entry ? namesOf(entry) : new Set();
  const telling = new Set(said.flatMap(({ text }) => (names.has(bare(text)) ? [] : text)));
  return [...telling].join(' · ') || null;
}

const named = new WeakMap<Entry, ReadonlySet<string>>();

/** Cached, because a log names the same codes again and again. */
const namesOf = (entry: Entry) =>
  getOrInsert(named, entry, ({ title, meaning, claims }) => {
    return new Set([title, meaning, ...claims.flatMap((claim) => claim.title ?? [])].map(bare));
  });
