import type { Entry } from '../../data/schema.ts';
import { foldCase } from './phrase.ts';

/** What a sender wrote for people beside a code: `error_data.details`, `error_user_msg`, `error_user_title`. */
export interface Said {
  text: string;
  start: number;
  end: number;
}

const KEYS =
  /\b(?:error_user_msg|error_user_title|details|detailed_description|developer_message)["']?\s{0,3}(?::|=>|=)\s{0,3}(["']?)/gi;
const LONGEST = 300;
const MOST = 6;

/**
 * The sentences that a payload or a log line gives beside its code, in their order. Whatever their language, none is changed.
 *
 * @param text As `tidy` gives it.
 */
export function saidIn(text: string): readonly Said[] {
  const found: Said[] = [];
  for (const match of text.matchAll(KEYS)) {
    const start = match.index + match[0].length;
    const end = endOf(text, start, match[1] ?? '');
    const said = text.slice(start, end).trim();
    if (/\p{L}{2}/u.test(said) && !/^[{[]/.test(said)) found.push({ text: said, start, end });
    if (found.length === MOST) break;
  }
  return found;
}

function endOf(text: string, start: number, quote: string): number {
  const window = text.slice(start, start + LONGEST);
  // An apostrophe within the sentence is no end; a comma or a brace after it is.
  const close =
    quote === '' ? window.search(/[\n"}]/) : window.search(quote === '"' ? /"/ : /'(?=\s*[,}\])\n]|$)/);
  return start + (close < 0 ? window.length : close);
}

const bare = (text: string) =>
  foldCase(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first sentence that tells more than the names of the code do; null where none does. */
export function tellingOf(said: readonly Said[], entry: Entry): string | null {
  if (said.length === 0) return null;
  const names = namesOf(entry);
  return said.find(({ text }) => !names.has(bare(text)))?.text ?? null;
}

const named = new WeakMap<Entry, ReadonlySet<string>>();

/** A log names the same codes again and again. */
function namesOf(entry: Entry): ReadonlySet<string> {
  let names = named.get(entry);
  if (!names) {
    const { title, meaning, claims } = entry;
    names = new Set([title, meaning, ...claims.flatMap((claim) => claim.title ?? [])].map(bare));
    named.set(entry, names);
  }
  return names;
}
