import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  getStemWeight,
  joinStems,
  readNames,
  stemSignificantWords,
} from '../../catalogue/entry-names.ts';
import { findRelated } from '../../catalogue/relations.ts';
import { toEnglishWords } from '../../catalogue/search/query-expansion.ts';
import { getSearch } from '../../catalogue/search/search.ts';
import {
  getWordList,
  selectSignificantWords,
  stemWord,
  tokenize,
} from '../../catalogue/search/tokenize.ts';
import {
  getOrInsert,
  memoize,
  memoizeTexts,
} from '../../core/get-or-insert.ts';
import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';

/** What a text says of a code. */
export interface SaidOfCode {
  code: string;
  /** Texts and names that say what the code means, the closest first. */
  phrases: readonly string[];
  /** Names of what encloses the code, innermost first. */
  labels: readonly string[];
  /** The codes that share the phrases in one statement. */
  group: readonly string[];
  /** The codes that have the same first phrase. */
  sharers: ReadonlySet<string>;
}

/** A word that denies what follows. */
export const NEGATION =
  /^(?:no|not|non|never|dont|cannot|cant|without|skip|stop)$/;
const MAX_TEXT = 300;
/** Minimum search score of an entry that a text surely means: of one word, of several, without a rival, in the code's own class, of the known words alone, with a whole title. */
const MIN_SCORE = {
  word: 6_000,
  words: 2_500,
  clear: 1_000,
  near: 12_000,
  known: 3_500,
  title: 300_000,
};
const MIN_SET_SCORE = 20_000;
/** The share of the best score, at which no other entry is a rival, and from which a text or what follows it may mean the code. */
const SHARE = {
  rival: 0.4,
  own: 0.12,
  near: 0.05,
  later: 0.5,
};
/** `not a rate limit but` the window. */
const DENIAL = joinPatterns(
  [
    /^.{0,40}\b/,
    [/not/, /n[aã]o/, /no/, /nicht/, /non/, /pas/],
    /\b.{1,80}\b(?:but|sino|sondern|mais|ma)\b/,
  ],
  'i',
);
/** `not a rate limit`, which leaves the meaning open. */
const DENIED = joinPatterns(
  [
    /^/,
    [/not (?:because|due|about)/, /nicht wegen/, /non è una?/],
    /\s(?!.{0,40}\b(?:valid|whats|regist))/,
  ],
  'i',
);
const INSTRUCTIONS = new Set(getWordList('instruction'));
const INSTRUCTION_ENDS = new Set(getWordList('instructionEnd'));
/** `Check failed`, `Contact is blocked`: the first word is a noun. */
const NOUN_FIRST = joinPatterns(
  [
    /^\S+ /,
    [
      /not/,
      /is/,
      /was/,
      /has/,
      /limit/,
      /rate/,
      /error/,
      /(?:fail|block|exceed|reject|requir|den)\w*/,
    ],
    /\b/,
  ],
  'i',
);
/** The APIs that send messages. What they answer is never the code of another, such as one for templates or calls. */
const SENDS = /^meta\/(?:cloud|onprem|graph)\/|\/\d{1,4}$/;
/** People call the entries of one of these classes by the same words. */
const VAGUE_CLASSES = /^(?:rate-limit|parameter|service|auth|account)$/;
/** Caches what is read of texts: one is weighed for its code, and for each other code that shares it. */
const getTexts = memoize(
  (_: Catalogue) => new Map<string, ReturnType<typeof readText>>(),
);
const getScores = memoize(
  (_: Catalogue) => new Map<string, [Entry, number][]>(),
);
/** The entries of each code, with those that are other names of one of them. */
const getOwnEntries = memoize(({ entries, byKey }: Catalogue) => {
  const own = new Map<string, Set<Entry>>();

  for (const entry of entries)
    for (const { code } of [
      entry,
      ...findRelated(['successor', 'predecessor', 'same-cause'], entry, byKey),
    ])
      getOrInsert(own, code, () => new Set<Entry>()).add(entry);

  return own;
});
const MAX_CACHED_TEXTS = 2_000;
/** More than the clauses of a statement. */
const MAX_COMPARED = 100;
const MAX_SHARERS = 12;
/** A boundary between the words of `OutsideThe24HourWindow` or `SenderIsARecipient`, but not of WhatsApp. */
const NAME_BOUNDARY = anyOf(
  [
    /(?<=\p{Ll})(?<!Whats)(?=\p{Lu}|\d)/u,
    /(?<=\d)(?=\p{Lu}\p{Ll})/u,
    /(?<=\p{Ll}\p{Lu})(?=\p{Lu}\p{Ll}{2})/u,
  ],
  'gu',
);

/** Returns the meanings of a code without a subcode, and of these Meta's, or all if it has none. */
export function findMeaningsWithoutSubcode(code: string, catalogue: Catalogue) {
  const meanings = catalogue
    .meaningsOf(code)
    .filter((entry) => entry.code === code && !entry.subcode);

  const metaMeanings = meanings.filter(({ provider }) => provider === 'meta');

  return {
    meanings,
    known: metaMeanings.length > 0 ? metaMeanings : meanings,
  };
}

/**
 * Finds the entry that the first phrase means instead of the code, or `other: null` if it may mean the code. Returns
 * null if nothing is said, or nothing for sure.
 */
export function findMeant(
  statement: SaidOfCode,
  known: readonly Entry[],
  catalogue: Catalogue,
) {
  const { code, phrases, labels, group, sharers } = statement;

  const compare = (text: string, code: string) =>
    known.map((entry) =>
      weigh(text.slice(0, MAX_TEXT), code, entry, catalogue),
    );

  const compareOwn = memoizeTexts((text) => compare(text, code), MAX_COMPARED);

  const isMeant = (found: ReturnType<typeof compare>) =>
    found.some(({ share }) => share >= SHARE.own);

  const isSet = phrases.length === 0;

  const isChannel = (one: string) =>
    /^(?:(?:meta|whats\s?app|api|error)\W{0,3}){1,5}$/i.test(one) ||
    catalogue.provider(one.toLowerCase());

  const texts = isSet
    ? labels.slice(0, 1).filter(isName)
    : phrases.filter((phrase) => !isChannel(phrase));

  const stated = texts.map((text) => text.replace(DENIAL, ''));
  const first = stated.find((text) => !isOpen(text));

  if (first === undefined)
    return phrases[0] ? { said: phrases[0], other: null } : null;

  const [clause = first, ...clauses] = splitClauses(first);
  const knownWords = selectKnownWords(first, catalogue);

  if (
    [first, clause, knownWords].some(
      (text) => text && isMeant(compareOwn(text)),
    )
  )
    return { said: first, other: null };

  const least = isSet ? MIN_SET_SCORE : MIN_SCORE.known;

  const sure = [first, knownWords, clause]
    .map(compareOwn)
    .find((found, at) =>
      found.every(
        ({ other, best }) => other && (best >= least || (at === 0 && !isSet)),
      ),
    );

  if (!sure && !known[0]?.deprecated) return null;

  // What follows may be a remedy, so it must mean the code more clearly.
  const saysLater = [
    ...clauses,
    ...stated.slice(1).flatMap((one) => [one, ...splitClauses(one)]),
  ].some((text) =>
    compareOwn(text).some(
      ({ share, score }) => share >= SHARE.later && score >= MIN_SCORE.word,
    ),
  );

  if (saysLater) return { said: first, other: null };

  const isKin = (one: string) =>
    catalogue
      .meaningsOf(one)
      .some((other) => known.some((own) => isNear(own, other)));

  // A text for three codes may be the name of their category.
  const others = sure && !isSet ? [...sharers] : [];

  const isAkin = (one: string) =>
    group.includes(one) || (others.length > 2 && isKin(one));

  const isShared = others
    .slice(0, MAX_SHARERS)
    .some((one) => one !== code && isAkin(one) && isMeant(compare(first, one)));

  const other = sure?.[0]?.other;

  const isDenied = other && denies(clause, other, catalogue);

  return !sure || isShared || isDenied
    ? null
    : { said: first, other: other ?? null };
}

const getNamesOfStems = memoize(({ title, aliases = [] }: Entry) =>
  [title, ...aliases].map((name) => toEnglishWords(name).map(stemWord)),
);

/** Returns true for a negation before a name of an entry that has none: `no rate limit`. */
function denies(text: string, entry: Entry, catalogue: Catalogue): boolean {
  const [first = '', ...more] = selectKnownWords(text, catalogue).split(' ');
  if (!NEGATION.test(first)) return false;

  const said = stemSignificantWords(more);

  const meant = getNamesOfStems(entry).filter((name) =>
    said.every((stem) => name.includes(stem)),
  );

  return meant.length > 0 && !meant.flat().some((word) => NEGATION.test(word));
}

/** Returns true for an instruction or a denial, which says nothing of the meaning. */
function isOpen(text: string): boolean {
  const words = tokenize(splitName(text));

  const isInstruction =
    INSTRUCTIONS.has(words[0] ?? '') && !NOUN_FIRST.test(splitName(text));

  return (
    isInstruction ||
    INSTRUCTION_ENDS.has(words.at(-1) ?? '') ||
    DENIED.test(text)
  );
}

/** Returns the words of a text in English, which are read for its score, for the known ones, and to divide it. */
const readWords = memoizeTexts(
  (text) => toEnglishWords(splitName(text)),
  MAX_COMPARED,
);

const getVocabulary = memoize(({ entries }: Catalogue) => {
  const words = entries.flatMap(({ title, meaning, aliases = [] }) =>
    tokenize([title, meaning, ...aliases].join(' ')),
  );
  return new Set(words.map(stemWord));
});

/** Returns the words that the catalogue uses, in English. The others hide what a text in another language means. */
function selectKnownWords(text: string, catalogue: Catalogue): string {
  const vocabulary = getVocabulary(catalogue);
  const words = readWords(text.slice(0, MAX_TEXT));
  return words.filter((word) => vocabulary.has(stemWord(word))).join(' ');
}

const getPlainTitle = memoize(({ title }: Entry) =>
  title.toLowerCase().replace(/\.$/, ''),
);

/** Reads a text for all codes of the provider and kind of one: its words, and what it scores, best first. */
function readText(
  text: string,
  { provider, key }: Entry,
  catalogue: Catalogue,
) {
  const name = splitName(text);
  const asked = readWords(text);
  const words = selectSignificantWords(asked);
  const stems = words.map(stemWord);
  const plain = name.toLowerCase();
  const hasTitle = (entry: Entry) => plain.includes(getPlainTitle(entry));

  const { getShape, scoreWords } = getSearch(catalogue);

  const scores = getOrInsert(
    getScores(catalogue),
    `${provider} ${getShape(asked)}`,
    () => scoreWords(asked, provider),
  ).filter(([entry]) => SENDS.test(entry.key) || !SENDS.test(key));

  const { length } = plain.trim();

  const isTitle = (entry: Entry) =>
    length < entry.title.length + 2 && hasTitle(entry);

  const titled = scores.flatMap(([entry]) => (isTitle(entry) ? entry : []));

  return {
    words,
    // Between spaces, as the words in the names that they are looked for in.
    stems: stems.map((stem) => ` ${stem} `),
    said: joinStems(stems),
    hasTitle,
    scores,
    titled,
  };
}

/** Returns the score and the share of the best score that a text gives a code, and the entry that it surely means instead. */
export function weigh(
  text: string,
  code: string,
  own: Entry,
  catalogue: Catalogue,
) {
  const read = readCached(text, own, catalogue);
  const { hasTitle, scores, titled } = read;
  const owned = getOwnEntries(catalogue).get(code);

  const isRival = (entry: Entry) =>
    /^\d/.test(entry.code) &&
    !owned?.has(entry) &&
    (own.api === 'onprem' || !isUnsent(entry));

  const score = scores.find(([entry]) => owned?.has(entry))?.[1] ?? 0;
  const [top = null, best = 0] = scores.find(([entry]) => isRival(entry)) ?? [];
  const isNamed = namesEntry(read, own);

  // Without stop words, `Meta chose not to deliver` is also `not delivered`.
  const isTheirs = top !== null && hasTitle(top) && !hasTitle(own);
  const meansOwn = namesClass(read, own) || (isNamed && !isTheirs);
  const share = meansOwn ? 1 : getShare(score, best);

  if (!top)
    return {
      score,
      best,
      share,
      other: null,
    };

  // A whole title of another means that one, however near it is.
  const title = isNamed || score > best ? undefined : titled.find(isRival);
  const isSure = isSurely(
    {
      top,
      own,
      score,
      best,
    },
    read,
    catalogue,
  );
  const other = isSure ? top : (title ?? null);

  return title
    ? {
        score: 0,
        best: MIN_SCORE.title,
        share: 0,
        other,
      }
    : {
        score,
        best,
        share,
        other,
      };
}

/** Reads a text once for all codes of the provider and kind of an entry. */
function readCached(text: string, own: Entry, catalogue: Catalogue) {
  const read = getTexts(catalogue);

  for (const cache of [read, getScores(catalogue)])
    if (cache.size > MAX_CACHED_TEXTS) cache.clear();

  const id = `${own.provider} ${SENDS.test(own.key)} ${text}`;

  return getOrInsert(read, id, () => readText(text, own, catalogue));
}

type ReadText = ReturnType<typeof readText>;

const isUnsent = ({ api, deprecated }: Entry) =>
  deprecated || api === 'calling' || api === 'flows';

const getShare = (score: number, best: number) =>
  score === 0 ? 0 : score / Math.max(score, best);

/** Returns true if all words of a text are in a name of an entry, or a name of several words is in the text. */
function namesEntry({ stems, said }: ReadText, own: Entry): boolean {
  return readNames(own).some(
    (name) =>
      stems.every((stem) => name.includes(stem)) ||
      (/\S \S/.test(name) && said.includes(name)),
  );
}

const namesClass = ({ words }: ReadText, own: Entry): boolean =>
  words.every((word) =>
    `${own.class} ${toWideClass(own)} failed errors`.includes(word),
  );

/** Returns true if the best score is high enough for `top`, and the own one low enough if the two are near. */
function isSurely(
  found: {
    top: Entry;
    own: Entry;
    score: number;
    best: number;
  },
  read: ReadText,
  catalogue: Catalogue,
): boolean {
  const { top, own, score, best } = found;
  if (!isNear(top, own))
    return best >= MIN_SCORE[getUsualLeast(top, best, read, catalogue)];

  const isKnown = score > 0;
  if (best < MIN_SCORE[getNearLeast(own, isKnown)]) return false;
  if (isKnown && isVague(own)) return false;

  const isGeneral = [own, top].every(
    ({ class: one, title }) => one === 'parameter' && /valid/i.test(title),
  );

  return score < best * SHARE.near && !isGeneral;
}

function getNearLeast(own: Entry, isKnown: boolean): keyof typeof MIN_SCORE {
  if (isKnown) return 'near';
  return isVague(own) ? 'title' : 'known';
}

function getUsualLeast(
  top: Entry,
  best: number,
  { words, scores }: ReadText,
  { byKey }: Catalogue,
): keyof typeof MIN_SCORE {
  if (words.length < 2) return 'word';

  const namesakes = [
    top,
    ...findRelated(['successor', 'predecessor'], top, byKey),
  ];

  const hasSecond = scores.some(
    ([entry, score]) =>
      score >= best * SHARE.rival &&
      !namesakes.some((one) => one.code === entry.code),
  );

  return hasSecond ? 'words' : 'clear';
}

/** Returns the start of Meta's codes for templates (`132`), registration or payments, which names of categories follow. */
const readGroupOf = ({ code, key }: Entry) =>
  /^13[2-5](?=\d{3}$)/.exec(code)?.[0] ?? key;
const WIDER = new Map(
  Object.entries({
    quality: 'rate-limit',
    policy: 'account',
    permission: 'auth',
  }),
);
const toWideClass = ({ class: own }: Entry) => WIDER.get(own) ?? own;
/** The name of a class of codes, and of an entry that means all of it, such as `Invalid parameter`. */
const isVague = (entry: Entry) =>
  VAGUE_CLASSES.test(toWideClass(entry)) &&
  (entry.class !== 'parameter' || /param/i.test(entry.title));
const isNear = (one: Entry, other: Entry) =>
  toWideClass(one) === toWideClass(other) ||
  readGroupOf(one) === readGroupOf(other);

/** Returns the words of a name: `RATE_LIMIT`, `rateLimit`. */
export const splitName = (name: string) =>
  name.replaceAll('_', ' ').replace(NAME_BOUNDARY, ' ');
/** Returns false for a heading, which is no meaning of what is below it. */
export const isName = (label: string) => !label.startsWith('#');
const CLAUSE_END = anyOf([
  /\sis not an? /,
  /[.;:!?)]\s/,
  /\s[—–-]\s/,
  /,\s/,
  /\s(?:or|o|ou|oder|atau|veya)\s/,
  /\(/,
  /\s?\/\s?/,
  /->/,
  /→/,
]);

function splitClauses(text: string): readonly string[] {
  const parts = text.split(CLAUSE_END);

  return parts.length === 1
    ? parts
    : parts.filter((part) =>
        stemSignificantWords(readWords(part)).some(isTelling),
      );
}

const isTelling = (stem: string) =>
  /^\D/.test(stem) && getStemWeight(stem) >= 1;
