import { hasLetter, isBlank } from './letters.ts';
import { readWords, type Said } from './read-words.ts';
import { leading, listed } from './vocabulary.ts';

/** A word list as it is written here: commas separate, line breaks do not matter. */
export function words(list: string): string[] {
  // In one go: there are thousands, and a frame waits for them.
  return list.match(/[^,\s](?:[^,\n]*[^,\s])?/g) ?? [];
}

/** A word of a cue in a text. */
export interface Match {
  word: string;
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

/** What may stand between a word and the beginning or the end of the text. */
type Edge = RegExp | ((text: string) => boolean);

interface Edges {
  before?: Edge;
  after?: Edge;
  /** Capitals count. */
  exact?: boolean;
  /** The words count right before a number, or right behind it. */
  role?: 'leads' | 'follows';
}

/** One of a list of words, in the place that its edges allow. */
export interface Cue {
  /** The first one in a text. */
  in(text: string): Match | null;
  /** Every one; where several begin at the same place, the longest. They do not overlap. */
  all(text: string): Match[];
}

/**
 * Looks for the words of a list. A blank in a word stands for up to three blanks, hyphens or underscores, a `*` for any ending
 * (`ошибк*`). Words stand free, except in scripts without blanks.
 *
 * @param edges `before` has to hold for the text in front of the word, `after` for the text behind it.
 */
export function cue(list: readonly string[], { before, after, exact = false, role }: Edges = {}): Cue {
  const isListed = listed(list, exact, role);
  const fits = (text: string, { start, end, id }: Said) =>
    isListed(id) &&
    (!before || holds(before, text.slice(0, start))) &&
    (!after || holds(after, text.slice(end)));
  return {
    in(text) {
      for (const said of readWords(text)) if (fits(text, said)) return matchOf(text, said);
      return null;
    },
    all(text) {
      const matches: Match[] = [];
      let end = 0;
      for (const said of readWords(text)) {
        if (said.start < end || !fits(text, said)) continue;
        matches.push(matchOf(text, said));
        end = said.end;
      }
      return matches;
    },
  };
}

function matchOf(text: string, { start, end }: Said): Match {
  return { word: text.slice(start, end), start, end };
}

function holds(edge: Edge, text: string): boolean {
  return typeof edge === 'function' ? edge(text) : edge.test(text);
}

/** At most so many signs, blanks or digits, and no letter. */
export function wordless(most: number): (text: string) => boolean {
  return (text) => text.length <= most && !hasLetter(text);
}

/** Punctuation and markup that may stand between a cue and its number. */
const GLUE = new Set(':：=#＃"\'`*_()（）[]«»“”„‘’「」『』<>|-–—~\\/•·⚠\u200e\u200f');
/** Little words between a cue and its number: `error number 131047`, `código de error como 63016`. */
const isLink = listed(
  words(`
    number, no, no., nr, nr., n°, nº, num, num., numero, numéro, número, nummer, номер, nomor, nombor, numara, numaralı, رقم, نمبر, नंबर,
    संख्या, নম্বর, 番号, 编号, 編號, 번호, is, was, of, like, as, e.g., i.e., de, do, del, como, ex, ex., ej, ej., é, es, wie, z.b., comme,
    est, come, è, как, gibi, seperti, handle, handles, such as, including, include, includes, are, incluyen, incluem, set to, equal to,
    equals, definido como, definida como, igual a, gesetzt auf, value, valor, with, com, con, mit, avec, meta, whatsapp, graph, cloud api,
    api, twilio, يساوي
  `),
  false,
  'leads',
);

/** Nothing but punctuation and at most two little words up to the end of the text. */
function leadsOn(text: string, from: number): boolean {
  let at = skipGlue(text, from, 8);
  for (let links = 0; at < text.length; links++) {
    const end = links < 2 ? linkEnd(text, at) : -1;
    if (end < 0) return false;
    at = skipGlue(text, text[end] === '.' ? end + 1 : end, 6);
  }
  return true;
}

const isLead = leading();

/** A word of a list that leads up to numbers ends there, but for punctuation and little words. */
export function isLed(left: string): boolean {
  // `Meta's 131047`
  if (/['’]s?[\s:#"'`*(_-]{0,4}$|[^\0-\x7f][^a-z]{0,9}$/i.test(left)) return true;
  return readWords(left).some(({ end, id }) => isLead(id) && leadsOn(left, end));
}

function linkEnd(text: string, at: number): number {
  if (text[at] === '№') return at + 1;
  for (const { start, end, id } of readWords(text)) {
    // `cloud-api` is the name of a thing.
    if (start === at && isLink(id) && !/[-_]/.test(text.slice(start, end))) return end;
  }
  return -1;
}

function skipGlue(text: string, from: number, most: number): number {
  let at = from;
  while (at - from < most && (GLUE.has(text[at] ?? '') || isBlank(text.charCodeAt(at)))) at++;
  return at;
}

/** The cue ends right before the number, but for punctuation and at most two little words. For the text on the left. */
export function endsWithCue(list: readonly string[]): Pick<Cue, 'in'> {
  const isListed = listed(list, false, 'leads');
  return {
    in(text) {
      for (const said of readWords(text))
        if (isListed(said.id) && leadsOn(text, said.end)) return matchOf(text, said);
      return null;
    },
  };
}

/** The cue follows the number at once. For the text on the right. */
export function startsWithCue(list: readonly string[]): Cue {
  return cue(list, { before: /^[\s"'`*_)\]\-–—:]{0,5}$/, role: 'follows' });
}
