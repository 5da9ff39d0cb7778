import type { Scene } from './scene.ts';

/** What may stand between two members of one list: marks, quotes, a gloss in brackets, a word for "and". */
const AND =
  '(?:and then|and now|then|y ahora|e agora|et maintenant|und jetzt|e adesso|lalu|kemudian|ardından|sonra|затем|потом|e poi|e depois|y luego|y después|et puis|puis|und dann|and|or|y|e|o|ou|et|und|oder|и|или|ve|veya|dan|atau|en|formerly|previously|ex|aka|früher|antes|anteriormente|antiguamente|ancien|(?:older|legacy|on-?prem\\w{0,6})(?:\\s\\p{Ll}{2,9})?)';
const JOINT = new RegExp(
  `^[\\s"'\`*“”‘’)\\]]{0,6}(?:[,;/|&+·•、，和–-]|\\b${AND}\\b)?[\\s"'\`*“”‘’([#]{0,6}(?:\\b(?:${AND}|an?|um|un|ein)\\b:?\\s)?[("'\`#]{0,3}$`,
  'iu',
);
/** `131047 (more than 24 hours) and 190 (the token)`: behind a gloss more is needed than a blank. */
const GLOSSED = new RegExp(
  `^["'\`*]{0,2}\\s?[(（][^()（）]{1,110}[)）]["'\`*]{0,2}\\s{0,3}(?:[,;/|&+·•、，和–-]|\\b${AND}\\b)[\\s"'\`*“”‘’([#]{0,6}(?:\\b${AND}\\b\\s)?[("'\`#]{0,3}$`,
  'iu',
);
/** `code === 131047 || code === 470`. */
const CHAIN = /^["'`]?\)?\s{0,3}(?:\|\||&&|or|and|,)\s{0,3}\(?[\w.?$]{1,24}\s?={2,3}\s?["'`]?$/;
const MAX_JOINT = 130;

/** Nothing but list marks between two members of one list. */
export function areJoined(left: Scene, right: Scene): boolean {
  if (right.start - left.end > MAX_JOINT) return false;
  const between = left.reading.text.slice(left.end, right.start);
  return (
    (isJoint(between) || isSuccession(left, right)) &&
    !isGrouped(left, right) &&
    !isApart(left, right) &&
    !isCount(left) &&
    !isCount(right)
  );
}

export const isGlossed = ({ left }: Scene) => /[(（](?:HTTP|status)\s$/i.test(left);

/** `131049 (150)`: how often it came; `131053 (#412)`: the change that mends it. `190 (463)` is a code and its subcode. */
function isCount({ code, start, end, reading: { text } }: Scene): boolean {
  if (code.length > 4 || !/^(?:[)）]|, (?:thanks|by)\b)/.test(text.slice(end, end + 8))) return false;
  const of = /(?<!\d)(\d{3,7})["'`]?\s?[(（]#?$/.exec(text.slice(Math.max(0, start - 11), start))?.[1] ?? '';
  if (of.length >= (code.length < 3 ? 3 : 5)) return true;
  return COUNTED_TITLE.test(text.slice(Math.max(0, start - LONGEST_TITLE), start));
}

/** `131026 Message undeliverable (40)`, `131026 – nomor tidak terdaftar (86)` */
const COUNTED_TITLE =
  /(?:^|[^\d.,])\d{5,6}["'`*]{0,2}(?::?\s(?:[-–—]\s)?\p{Lu}|:?\s[-–—]\s\p{L})[^\d\n()|·;,]{4,60}\s[(（]$/u;
const LONGEST_TITLE = 80;

/** `[131026, 'no-wa'], [470, 'window']`: pairs of a code and what it is called. */
const TUPLES =
  /^["'`]?,\s{0,2}(?:["'`](?!\d)[^"'`\n]{1,60}["'`]|[A-Za-z_][\w.]{1,40})\s?[\])],?\s{0,12}[[(]["'`]?$/;
/** `470 -> 131047`, `470 is now 131047` */
const BECOMES =
  /^["'`]?\s?(?:->|=>|→|⇒|(?:is now|is|became|becomes|turned into|maps to|corresponds to|wurde zu|wird zu|ist jetzt|passou a ser|virou|agora é|pasó a ser|ahora es|est devenu|devient|è diventato|diventa|jadi|menjadi|sekarang|стал|теперь|oldu|artık)(?=\s))\s?["'`]?$/i;

/** An old number and the rare one that took its place. */
function isSuccession(left: Scene, right: Scene): boolean {
  if (left.code.length < 3 || left.code.length >= 5 || right.code.length < 5) return false;
  if (!BECOMES.test(right.reading.text.slice(left.end, right.start))) return false;
  return left.meanings.some(({ provider }) => right.meanings.some((other) => other.provider === provider));
}

/** `{ code: 470 }, { code: 471`: the same key of the next object. */
const OBJECTS = /^["'`]?\s{0,2}\},\s{0,12}\{\s{0,12}["'`]?(?:code|error_?code)["'`]?\s?(?::|=>?)\s?["'`]?$/i;

/** The longest joint without a gloss or a comparison. */
const MAX_PLAIN = 26;

/** What any other joint begins with. */
const BEGINNING = /^["'`*]{0,2}\)?\s{0,3}(?:[,(（]|\|\||&&|or|and)/;

function isJoint(between: string): boolean {
  if (between.length <= MAX_PLAIN && JOINT.test(between)) return true;
  if (OBJECTS.test(between)) return true;
  return BEGINNING.test(between) && (TUPLES.test(between) || GLOSSED.test(between) || CHAIN.test(between));
}

/** `131 047`, `190 | 131047`: groups of thousands or two cells, not two codes. */
function isGrouped(left: Scene, right: Scene): boolean {
  if (Math.min(left.code.length, right.code.length) >= 5) return false;
  const { text } = left.reading;
  const between = text.slice(left.end, right.start);
  // `368 | 131031 => Locked`
  if (between === ' | ' && BRANCH.test(text.slice(right.end, right.end + LONGEST_BRANCH))) return false;
  return between === ' ' || /\s\||\|\s|\t/.test(between);
}

/** `… ecosystem engagement   131`, and the next line begins with a code: nothing joins them. Nor what ends a row of values, `3, 15), ('131016'`. */
function isApart(left: Scene, right: Scene): boolean {
  const between = left.reading.text.slice(left.end, right.start);
  if (left.code.length < 5 && /^[)\]],?\s{0,12}[([]/.test(between) && /,\s$/.test(left.left)) return true;
  // `(#131047)`, and the next point begins with the number of another thing.
  if (/^\)[^\S\n]*\n\W{0,8}[*-]\s#$/.test(between)) return true;
  // Two columns, or the last cell of a row and the first of the next.
  if (Math.min(left.code.length, right.code.length) < 5 && /^[^\S\n]{2,}$/.test(between)) return true;
  if (left.code.length < 5 && /^[^\S\n]*\n\s*$/.test(between) && /\S[^\S\n]{2,}$/.test(left.lineLeft))
    return true;
  return /^[^\S\n]*\n\s*$/.test(between) && /\p{L}/u.test(left.lineLeft) && /\p{L}/u.test(right.lineRight);
}

/** The rest of a branch with several numbers. */
const BRANCH = /^(?:\s\|\s\d{1,7}){0,12}\s?(?:=>|->|:)/;
const LONGEST_BRANCH = 130;
