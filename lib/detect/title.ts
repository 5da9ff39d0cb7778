import type { Meaning } from './code-index.ts';
import { isHttpStatus } from './form.ts';
import { type Tokens, tokensOf, WORD } from './tokens.ts';

/** What every server says with these statuses: no evidence that a provider's code is meant. */
const PHRASES = new RegExp(
  [
    '^(?:ok|created|accepted|bad request|unauthorized|payment required|forbidden|not found|method not allowed|request timeout|conflict|gone|',
    'unprocessable (?:entity|content)|too many requests|internal server error|bad gateway|service unavailable|gateway timeout)$',
  ].join(''),
  'i',
);

/** How much of a meaning's title stands right behind the code (`beside`) or somewhere around it (`near`), 0 to 1. */
export interface TitleMatch {
  beside: number;
  near: number;
}

const NONE: TitleMatch = { beside: 0, near: 0 };

/** Between a code and its title: signs, what became of it, the name of a sibling: `131047: `, `480 (Deprecated)`, `1006, "title": "`. */
const BETWEEN = new RegExp(
  [
    String.raw`^(?:\s?[([](?:deprecated|obsolete|legacy|retired)[)\]])?[^\p{L}\p{N}]{0,14}`,
    '(?:(?:title|message|msg|reason|description|details?|name|text|error_?message|reason_en|statusMessage)',
    String.raw`(?:\\*["'\x60])?\s?[:=]>?[^\p{L}\p{N}]{1,6})?`,
  ].join(''),
  'iu',
);

/** Units around a code in which the words of its title count. */
const BEFORE = 90;
const AFTER = 120;
const SHORTEST = 3;

/** What the titles of one code's meanings are compared with. */
export interface TitleWindow {
  /** The text behind the code, without what may come before its title. */
  beside: string;
  besideStems: ReadonlySet<number>;
  stems: ReadonlySet<number>;
}

const stems = new Map<string, ReadonlySet<number>>();

function stemsOf({ kind, stem, start, end }: Tokens, from = 0, to = kind.length): Set<number> {
  const found = new Set<number>();
  for (let at = from; at < Math.min(to, kind.length); at++)
    if (kind[at] === WORD && (end[at] ?? 0) - (start[at] ?? 0) >= SHORTEST) found.add(stem[at] ?? 0);
  return found;
}

/** Words that say nothing. */
const EMPTY = stemsOf(
  tokensOf('the and for not was has with from this that are its been can your you see because'),
);

function titleStems(title: string): ReadonlySet<number> {
  let own = stems.get(title);
  if (!own) {
    own = new Set([...stemsOf(tokensOf(title))].filter((stem) => !EMPTY.has(stem)));
    stems.set(title, own);
  }
  return own;
}

/** @param around Texts of the page that belong to it: its row, its label. */
export function titleWindow(
  tokens: Tokens,
  first: number,
  last: number,
  around: readonly (Tokens | null)[],
): TitleWindow {
  const from = tokens.start[first] ?? 0;
  const to = tokens.end[last] ?? 0;
  const right = tokens.text.slice(to, to + AFTER);
  const beside = right.slice(BETWEEN.exec(right)?.[0].length ?? 0);
  let begin = first;
  while (begin > 0 && from - (tokens.start[begin - 1] ?? 0) <= BEFORE) begin--;
  let stop = last + 1;
  while (stop < tokens.count && (tokens.end[stop] ?? 0) - to <= AFTER) stop++;
  const near = stemsOf(tokens, begin, first);
  const behind = stemsOf(tokens, last + 1, stop);
  for (const stem of behind) near.add(stem);
  for (const other of around) if (other) for (const stem of stemsOf(other, 0, other.count)) near.add(stem);
  return { beside, besideStems: behind, stems: near };
}

/** How much of the meaning's title stands around its code. */
export function matchTitle(
  { title, code }: Pick<Meaning, 'title' | 'code'>,
  window: TitleWindow,
): TitleMatch {
  if (title.length < 5 || title === code || (PHRASES.test(title) && isHttpStatus(code))) return NONE;
  const words = titleStems(title);
  // A title of one common word (`Timeout`, `Unknown`) proves nothing, least of all beside a small number.
  if (words.size === 0 || (words.size === 1 && !isTelling(title, code))) return NONE;
  let shared = 0;
  for (const stem of words) if (window.stems.has(stem)) shared++;
  if (shared === 0) return NONE;
  const { beside } = window;
  if (folded(beside.slice(0, title.length)) === folded(title) || isBeginning(beside, title))
    return { beside: 1, near: 1 };
  // Two words of a constant meet by chance: `sent 200 messages` is no EX_MESSAGE_SENT.
  if (words.size === 1 || (words.size === 2 && /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(title))) return NONE;
  if (shared < 2) return NONE;
  let after = 0;
  for (const stem of words) if (window.besideStems.has(stem)) after++;
  return { beside: after < 2 ? 0 : (after / words.size) * 0.9, near: shared / words.size };
}

/** `Invalid api_key` and `Invalid API key`, whichever dash. */
const folded = (text: string) => text.toLowerCase().replace(/[_–—-]/g, ' ');

/** One word says something where it is long, beside a small number only where it is a name: `AuthException`. */
function isTelling(title: string, code: string): boolean {
  return code.length < 3 ? title.length >= 9 && /[a-z][A-Z]/.test(title) : title.length >= 9;
}

/** The rest of the line is the beginning of the title: `368 – Temporarily blocked`. */
function isBeginning(beside: string, title: string): boolean {
  const line = (beside.split('\n', 1)[0] ?? '').trim().toLowerCase();
  return (
    line.length >= 12 &&
    line.includes(' ') &&
    title.toLowerCase().startsWith(line) &&
    !/\p{L}/u.test(title[line.length] ?? '')
  );
}
