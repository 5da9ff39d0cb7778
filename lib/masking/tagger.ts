import { anyOf } from '../core/pattern-parts.ts';
import { mergeSpans, type Span } from '../core/spans.ts';
import { decodeChar } from '../detect/weights-format.ts';
import { NOTATIONS } from '../structure/notations.ts';
import { followNear } from './follow-near.ts';
import { isIntroduced, MAX_JOINING_CHARS } from './introductions.ts';
import { classifyKey, getWordPattern } from './key-vocabulary.ts';
import type { Known } from './known.ts';
import type { MaskedKind, MaskedSpan } from './mask-text.ts';
import { countWords, isSaid, readSaid } from './speech.ts';
import { addFeatures, addSpeechFeatures } from './tagger-features.ts';
import {
  createTokenReader,
  followSpans,
  getMaskWord,
  TAGGER_BITS,
  type TaggerContext,
  type TaggerToken,
  type Word,
} from './tagger-tokens.ts';
import { isWordOf, ROLES } from './word-roles.ts';
import { unpackWordSet } from './word-set.ts';

/** A linear model over hashed features. */
export interface LinearModel {
  bias: number;
  weights: Float32Array;
}

export interface TaggerModel extends LinearModel {
  /** Returns true for a word in lower case that people are called by. */
  isName(word: string): boolean;
}

export interface PackedTagger {
  bias: number;
  /** Levels of the weights, and runs of zeros: see `unpackTagger`. */
  weights: string;
  /** First and last names in many languages: see `packWordSet`. */
  names: string;
}

/** One other word in four hundred passes for a name, which context can outweigh. */
export const NAME_BITS = 20;
/** Weights are rounded to this many levels on each side of zero. */
export const MAX_LEVEL = 7;
export const WEIGHT_OF_LEVEL = 0.3;
/** A digit stands for fewer zeros than this, and the weight after them. */
export const ZEROS = 6;
/** Above them, a digit stands for this many zeros, twice as many, and so on. */
export const FIRST_SKIP_DIGIT = ZEROS * 2 * MAX_LEVEL;

export function unpackTagger({
  bias,
  weights,
  names,
}: PackedTagger): TaggerModel {
  const values = new Float32Array(1 << TAGGER_BITS);
  let next = 0;

  for (let at = 0; at < weights.length; at++) {
    const digit = decodeChar(weights, at);

    if (digit >= FIRST_SKIP_DIGIT) {
      next += ZEROS << (digit - FIRST_SKIP_DIGIT);
      continue;
    }

    const level = Math.floor(digit / ZEROS) - MAX_LEVEL;

    next += digit % ZEROS;
    // There is no level of zero.
    values[next++] = (level < 0 ? level : level + 1) * WEIGHT_OF_LEVEL;
  }

  return { bias, weights: values, isName: unpackWordSet(names, NAME_BITS) };
}

/** Minimum log-odds of what is private. */
export interface Thresholds {
  word: number;
  /** For a word in lower case, which is a name less often. */
  lower: number;
  /** For a word of a script without capitals, which says less of names. */
  caseless: number;
  /** For a number or the number of a document. */
  number: number;
  /** For the first word of what somebody said. */
  speech: number;
}

/** By what is near: something private that the rules found, a code that little else is written like, or neither. */
export const THRESHOLDS: Readonly<
  Record<'private' | 'code' | 'other', Thresholds>
> = {
  private: { word: -0.8, lower: 0, caseless: -1.1, number: 0.5, speech: -1 },
  code: { word: -0.3, lower: 0.4, caseless: 1.1, number: 2.1, speech: 0.6 },
  other: { word: 3.6, lower: 3.6, caseless: 4.6, number: 4.6, speech: 3.6 },
};

/** How far something private makes it likelier that a word is private. */
const MAX_NEAR_CHARS = 400;
/** Below these log-odds, a mask is shown as unsure. */
const MIN_SURE_ODDS = 2;
/** A word beside a private one needs less: `Ana Souza`. */
const NEIGHBOUR_ODDS = 1.5;

/** A word after `customer` or `to` needs less. */
const PERSON_ODDS = 3;
const MIN_PERSON_ODDS = -1;

export interface TaggedSpan extends MaskedSpan {
  isUnsure: boolean;
}

/** Creates the last pass: finds private words in sentences, which no rule has decided, and what somebody said. */
export function createTagger(model: TaggerModel, known: Known) {
  const read = createTokenReader(known, model.isName);

  return (context: TaggerContext): TaggedSpan[] => {
    const { text, found } = context;
    const tokens = read(context);
    const first = findPrivateWords(text, tokens, found, model);

    // What was found tells of the words beside it.
    const second =
      first.length === 0
        ? []
        : findPrivateWords(
            text,
            hideTokens(tokens, first),
            mergeSpans<Span>([...found, ...first]),
            model,
          );

    const words = mergeSpans([...first, ...second]);
    const people = hideTokens(tokens, words);
    const spoken = findSpeech(text, people, found, model, known);

    return mergeSpans([...spoken, ...words]);
  };
}

const findPrivateWords = (
  text: string,
  tokens: readonly TaggerToken[],
  found: readonly Span[],
  model: TaggerModel,
): TaggedSpan[] =>
  joinTokens(text, tokens, scoreTokens(tokens, found, model), found);

/** Replaces the tokens of spans by what stands for a masked part. */
export function hideTokens(
  tokens: readonly TaggerToken[],
  spans: readonly MaskedSpan[],
): readonly TaggerToken[] {
  if (spans.length === 0) return tokens;

  const find = followSpans(spans);

  return tokens.map((token) => {
    const span = find(token);

    return span && !token.isMask
      ? {
          ...token,
          word: getMaskWord(span.masked),
          isMask: true,
          isOpen: false,
        }
      : token;
  });
}

/** Returns the words that somebody said, up to the end of the quotation or of the line. */
function findSpeech(
  text: string,
  tokens: readonly TaggerToken[],
  found: readonly Span[],
  model: TaggerModel,
  known: Known,
): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  const isNear = followNear(found);
  const getNearest = followThresholds(tokens, found);
  let end = 0;

  tokens.forEach((token, at) => {
    if (token.start < end || !mayBeginSpeech(tokens, at)) return;

    const isSpoken =
      isAfterSpeaker(tokens, at) &&
      !isKeyBefore(text, tokens[at - 1] as TaggerToken, token.start);

    const said = readSaid(text, token.start, known, isSpoken);
    if (!said) return;

    const own = text.slice(said.start, said.end);
    const odds = scoreSpeech(tokens, at, isNear(token), model);
    const isClear = isNear(token) || countWords(own) >= MIN_WORDS_ALONE;

    const least = getNearest(token).speech - (isSpoken ? SPOKEN_ODDS : 0);

    const isSpeech =
      odds >= least ||
      ((isQuotedBySpeaker(text, tokens, at, isClear) ||
        isQuotedBeforeVerb(text, tokens, at, said.end)) &&
        isSaid(own, known));

    if (!isSpeech) return;

    end = said.end;
    spans.push({ ...said, masked: 'text', isUnsure: odds < MIN_SURE_ODDS });
  });

  return spans;
}

const MAX_WORDS_TO_QUOTATION = 6;
/** A quotation mark, or the next line after a colon: `She wrote:\n> …`. */
const OPENS_SPEECH = /(?:["“„«»「]\s?[¿¡]?|[:：]\s?\n(?:[>»] ?)?)$/;
const MAX_OPENING_CHARS = 5;
/** Characters of scripts without spaces: `から`. */
const MAX_SIGNS_TO_QUOTATION = 3;
const SPEAKERS: ReadonlySet<number> = new Set([ROLES.title, ROLES.person]);
/** A shorter quotation, with nothing private and nobody nearby, is often a label: “Tier used up”. */
const MIN_WORDS_ALONE = 5;

/**
 * Returns true for a word after a quotation mark and a word such as `wrote`.
 *
 * @param isClear False if a person must be named, too.
 */
function isQuotedBySpeaker(
  text: string,
  tokens: readonly TaggerToken[],
  at: number,
  isClear: boolean,
): boolean {
  const start = tokens[at]?.start ?? 0;
  const before = text.slice(Math.max(0, start - MAX_OPENING_CHARS), start);
  if (!OPENS_SPEECH.test(before)) return false;

  const lead = tokens.slice(Math.max(0, at - MAX_WORDS_TO_QUOTATION), at);

  // `お客様「…」`, `お客様から「…」`
  const isUnspaced = /[「『]\s?$/.test(
    text.slice(Math.max(0, start - 2), start),
  );
  const nearest = isUnspaced ? lead.slice(-MAX_SIGNS_TO_QUOTATION) : [];
  if (nearest.some(({ word }) => SPEAKERS.has(word.role))) return true;

  const isSaidByWord = lead.some(
    ({ word: own, ...span }) =>
      (isWordOf('says', own.text) || own.role === ROLES.says) &&
      !isKeyBefore(text, span, start),
  );

  const hasSpeaker = lead.some(({ word: { role } }) => SPEAKERS.has(role));

  const isQuoted = text.charAt(start - 1) !== '\n' && !/\n[>»] ?$/.test(before);

  return (
    (isSaidByWord && ((isClear && isQuoted) || hasSpeaker)) ||
    isBesideSpeaker(text, lead)
  );
}

/** Longer quotations are no remarks in a line. */
const MAX_WORDS_OF_SPEECH = 120;

/** `müşteri "…" yazmış`, `Kunde „…“, schreibt er`: a person right before a quotation, and a verb of saying after it. */
function isQuotedBeforeVerb(
  text: string,
  tokens: readonly TaggerToken[],
  at: number,
  end: number,
): boolean {
  const speaker = tokens[at - 1];
  const start = tokens[at]?.start ?? 0;

  const isOpened =
    speaker !== undefined &&
    SPEAKERS.has(speaker.word.role) &&
    OPENS_SPEECH.test(text.slice(speaker.end, start));

  if (!isOpened) return false;

  const verb = tokens
    .slice(at, at + MAX_WORDS_OF_SPEECH)
    .find((token) => token.start > end);

  return (
    verb?.word.role === ROLES.says &&
    /^["”“»」],? $/.test(text.slice(end, verb.start))
  );
}

/** At most a name and a verb in a language that no list has: `klant Joris van den Wijngaert vroeg "…"`. */
function isBesideSpeaker(text: string, lead: readonly TaggerToken[]): boolean {
  const at = lead.findLastIndex(
    ({ word }) => SPEAKERS.has(word.role) || MASKS_OF_SPEAKERS.has(word),
  );

  const [speaker, ...between] = lead.slice(at);
  if (at < 0 || !speaker) return false;

  const isNamed = speaker.isMask || between.length > 0;
  const end = lead.at(-1)?.end ?? 0;

  return (
    isNamed &&
    !/[\n:=]/.test(text.slice(speaker.end, end)) &&
    between.every(({ word }) => isOpenWord(word))
  );
}

/** Returns true for a word that may be a name, or one of a language that the catalogue does not have. */
const isOpenWord = ({ isKnown, mayEndName, isNumber, role }: Word): boolean =>
  !isNumber && (role === 0 || role === ROLES.says) && (!isKnown || mayEndName);

/** Returns true for a word that a sign joins with a quoted value, and no other word precedes: `"message":"`, `text: "`. */
function isKeyBefore(text: string, word: Span, valueStart: number): boolean {
  const between = text.slice(word.end, valueStart).slice(0, -1).trim();
  const before = text.slice(Math.max(0, word.start - 2), word.start);

  return (
    /^["'`]?[:=]$|^["'`] ?=>$/.test(between) &&
    (between !== ':' || !/\p{L} $/u.test(before))
  );
}

/** How far after a person their words begin: `Ana Souza wrote back that`. */
const MAX_WORDS_TO_SPEECH = 4;

/** Returns true for a word after a sign that introduces speech, or near after a masked part. */
export function mayBeginSpeech(
  tokens: readonly TaggerToken[],
  at: number,
): boolean {
  const { word, isMask, isIntroduced } = tokens[at] as TaggerToken;

  return (
    !isMask &&
    /\p{L}/u.test(word.text) &&
    (isIntroduced ||
      isAfterSpeaker(tokens, at) ||
      tokens
        .slice(Math.max(0, at - MAX_WORDS_TO_SPEECH), at)
        .some((before) => before.isMask))
  );
}

/** Words after somebody and a verb of saying need less. */
const SPOKEN_ODDS = 3;
const MAX_WORDS_TO_SPEAKER = 4;
const NAME_MASK = getMaskWord('name');
const MASKS_OF_SPEAKERS: ReadonlySet<Word> = new Set([
  NAME_MASK,
  getMaskWord('user'),
  getMaskWord('phone'),
]);

/** Returns true for the first word after somebody and a verb of saying: `the customer wrote …`, `[name] ответил: …`. */
function isAfterSpeaker(tokens: readonly TaggerToken[], at: number): boolean {
  if (tokens[at - 1]?.word.role !== ROLES.says) return false;

  const lead = tokens.slice(Math.max(0, at - 1 - MAX_WORDS_TO_SPEAKER), at - 1);

  // `Если клиент не ответил в течение 24 часов`: nobody said anything.
  const isDenied = lead.some(({ word }) => NOTATIONS.negation.test(word.text));

  return (
    !isDenied &&
    lead.some(
      ({ word }) => SPEAKERS.has(word.role) || MASKS_OF_SPEAKERS.has(word),
    )
  );
}

/** Returns the log-odds that somebody's words begin with a token. */
function scoreSpeech(
  tokens: readonly TaggerToken[],
  at: number,
  hasFound: boolean,
  { bias, weights }: LinearModel,
): number {
  let sum = bias;

  addSpeechFeatures(tokens, at, hasFound, (bucket) => {
    sum += weights[bucket] as number;
  });

  return sum;
}

/** Returns the log-odds of each open token, and minus infinity for others. */
export function scoreTokens(
  tokens: readonly TaggerToken[],
  found: readonly Span[],
  { bias, weights }: LinearModel,
): Float64Array {
  const odds = new Float64Array(tokens.length).fill(Number.NEGATIVE_INFINITY);
  const isNear = followNear(found);

  tokens.forEach((token, at) => {
    if (!token.isOpen) return;

    let sum = bias;

    for (const bucket of token.word.buckets) sum += weights[bucket] as number;

    addFeatures(tokens, at, isNear(token), (bucket) => {
      sum += weights[bucket] as number;
    });

    odds[at] = sum;
  });

  return odds;
}

/** Returns a function that gives the thresholds at a token. Tokens must ascend. */
function followThresholds(
  tokens: readonly TaggerToken[],
  found: readonly Span[],
) {
  const codes = tokens.filter(
    ({ word }) => word.isCode && RARE_CODE.test(word.text),
  );

  const isNearPrivate = followNear(found, MAX_NEAR_CHARS);
  const isNearCode = followNear(codes, MAX_NEAR_CHARS);

  return (token: TaggerToken): Thresholds => {
    const [beside, about] = [isNearPrivate(token), isNearCode(token)];
    if (beside) return THRESHOLDS.private;
    return about ? THRESHOLDS.code : THRESHOLDS.other;
  };
}

/** Shorter ones are also prices, states and versions. */
const RARE_CODE = /^\d{5,6}$/;

/** `customer Ana`, `to Ana` */
const isBesidePerson = (
  text: string,
  tokens: readonly TaggerToken[],
  at: number,
): boolean =>
  tokens[at]?.word.isNumber === false &&
  ROLES_BEFORE_NAME.has(tokens[at - 1]?.word.role ?? 0) &&
  text.slice(tokens[at - 1]?.end, tokens[at]?.start) === ' ';

const ROLES_BEFORE_NAME: ReadonlySet<number> = new Set([
  ROLES.account,
  ROLES.person,
  ROLES.towards,
]);

function getThreshold(
  { word: { isNumber, isCaseless, isLowerCase } }: TaggerToken,
  thresholds: Thresholds,
): number {
  if (isNumber) return thresholds.number;
  if (isCaseless) return thresholds.caseless;
  return isLowerCase ? thresholds.lower : thresholds.word;
}

/** Returns true for a word between an account and a user name: `login als k.schmidt`. */
const isJoining = (
  text: string,
  tokens: readonly TaggerToken[],
  at: number,
): boolean =>
  (tokens[at]?.word.text.length ?? 0) <= MAX_JOINING_CHARS &&
  tokens[at - 1]?.word.role === ROLES.account &&
  (tokens[at + 1]?.isMask === true || isIntroduced(text, tokens, at + 1));

/** Returns the tokens that are private: likely enough, beside a likely one, or the rest of a name. */
function selectTokens(
  text: string,
  tokens: readonly TaggerToken[],
  odds: Float64Array,
  found: readonly Span[],
): number[] {
  const getNearest = followThresholds(tokens, found);
  const getOdds = (at: number) => odds[at] ?? Number.NEGATIVE_INFINITY;

  const areApart = (at: number): boolean =>
    text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start) !== ' ';

  /** Two words of one name prove each other. */
  const isOfPair = (at: number, least: number): boolean =>
    tokens[at]?.word.mayEndName === true &&
    [at, at + 1].some((second) => {
      const other = second === at ? at - 1 : second;

      return (
        tokens[other]?.word.mayEndName === true &&
        getOdds(other) >= least &&
        !areApart(second)
      );
    });

  const isLikely = (token: TaggerToken, at: number): boolean => {
    if (isIntroduced(text, tokens, at)) return true;
    if (isJoining(text, tokens, at)) return false;

    const usual = getThreshold(token, getNearest(token));
    const least = isBesidePerson(text, tokens, at)
      ? Math.max(usual - PERSON_ODDS, Math.min(usual, MIN_PERSON_ODDS))
      : usual;
    const own = getOdds(at);
    const neighbour = Math.max(getOdds(at - 1), getOdds(at + 1));

    return (
      own >= least ||
      (own > 0 && isOfPair(at, least - own)) ||
      (!token.word.isLowerCase &&
        neighbour >= least &&
        own >= least - NEIGHBOUR_ODDS)
    );
  };

  // What introduces something private is not private: `Empfänger`.
  const likely = tokens.map(
    (token, at) =>
      token.isOpen &&
      !token.word.isShortNumber &&
      isLikely(token, at) &&
      classifyKey(token.word.text) === null,
  );

  const isRestOfName = (at: number, other: number): boolean => {
    const [one, two] = [tokens[at], tokens[other]];
    if (!one || !two || one.isMask || one.word.role !== 0) return false;

    if (two.isMask)
      return (
        two.word === NAME_MASK &&
        one.word.mayEndName &&
        !one.isFirst &&
        text.slice(
          Math.min(one.end, two.end),
          Math.max(one.start, two.start),
        ) === ' '
      );

    if (!likely[other] || (one.word.isKnown && one.isFirst)) return false;

    const [first, second] = at < other ? [one, two] : [two, one];

    return (
      one.word.mayEndName &&
      two.word.mayEndName &&
      text.slice(first.end, second.start) === ' '
    );
  };

  const selected = tokens.map(
    (_, at) =>
      likely[at] === true ||
      isRestOfName(at, at - 1) ||
      isRestOfName(at, at + 1),
  );

  growUnspacedNames(text, tokens, odds, selected);
  fillBetween(text, tokens, selected);

  return [...tokens.keys()].filter((at) => selected[at]);
}

const HAN = /^\p{Script=Han}$/u;

/** Selects the other characters of a name, each of which is a token: `王小 明子`. */
function growUnspacedNames(
  text: string,
  tokens: readonly TaggerToken[],
  odds: Float64Array,
  selected: boolean[],
): void {
  const isNext = (at: number, other: number): boolean => {
    const [one, two] = [tokens[at], tokens[other]];
    const [first, second] = at < other ? [one, two] : [two, one];

    return (
      selected[other] === true &&
      (odds[at] ?? 0) > 0 &&
      HAN.test(one?.word.text ?? '') &&
      HAN.test(two?.word.text ?? '') &&
      text.slice(first?.end, second?.start).trim() === ''
    );
  };

  for (const at of tokens.keys()) selected[at] ||= isNext(at, at - 1);

  for (const at of [...tokens.keys()].reverse())
    selected[at] ||= isNext(at, at + 1);
}

const MAX_FILLED_TOKENS = 2;
const MAX_FILLED_CHARS = 8;

/** Selects numbers and short words between two private ones: `ul. Lipowa 12, m. 4, 00-950 Warszawa`. */
function fillBetween(
  text: string,
  tokens: readonly TaggerToken[],
  selected: boolean[],
): void {
  const isPrivate = (at: number) =>
    selected[at] === true || tokens[at]?.isMask === true;

  const findNext = (at: number): number => {
    let next = at + 1;
    while (next <= at + MAX_FILLED_TOKENS && !isPrivate(next)) next++;
    return next;
  };

  for (const [at, first] of tokens.entries()) {
    if (!isPrivate(at)) continue;

    const next = findNext(at);
    const last = tokens[next];
    const isApart = next > at + 1 && isPrivate(next);
    if (!last || !isApart || (first.isMask && last.isMask)) continue;

    if (isFilled(text.slice(first.end, last.start)))
      selected.fill(true, at + 1, next);
  }
}

const isFilled = (between: string): boolean =>
  between.length <= MAX_FILLED_CHARS && FILLED.test(between);

/** A number, capitals, an abbreviation, a particle: `4b`, `DE`, `m.`, `van der`. */
const FILLING = anyOf(
  [
    /\p{N}{1,4}\p{L}?/u,
    /\p{Lu}{1,3}/u,
    /\p{L}{1,3}\./u,
    new RegExp(`(?:${getWordPattern('particles')})`, 'u'),
  ],
  'u',
);
const FILLED = new RegExp(
  `^[ ,.'’-]{0,3}(?:(?:${FILLING.source})[ ,.'’/-]{1,2}){1,2}$`,
  'u',
);

function joinTokens(
  text: string,
  tokens: readonly TaggerToken[],
  odds: Float64Array,
  found: readonly Span[],
): TaggedSpan[] {
  const spans: TaggedSpan[] = [];

  for (const at of selectTokens(text, tokens, odds, found)) {
    const token = tokens[at] as TaggerToken;
    const isUnsure = (odds[at] ?? 0) < MIN_SURE_ODDS;
    const span = spans.at(-1);

    if (span && isJoined(text, span.end, token.start)) {
      span.end = token.end;
      span.isUnsure &&= isUnsure;
    } else
      spans.push({
        start: token.start,
        end: token.end,
        masked:
          tokens[at - 1]?.word.role === ROLES.account && !token.word.mayEndName
            ? 'user'
            : 'name',
        isUnsure,
      });
  }

  return spans.map((span) =>
    span.masked === 'name' ? classifyName(text, span) : span,
  );
}

/** Returns true for words of one name or phrase. */
const isJoined = (text: string, end: number, start: number): boolean =>
  /^[ .-]{0,2}$/.test(text.slice(end, start));

/** Returns a span with its kind, and without the ending of `Berger’s`. */
function classifyName(text: string, span: TaggedSpan): TaggedSpan {
  const written = text.slice(span.start, span.end);
  const ending = /(?<=\p{L})['’]s$/u.exec(written)?.[0] ?? '';

  return {
    ...span,
    end: span.end - ending.length,
    masked: getKind(written),
  };
}

const getKind = (written: string): MaskedKind => {
  if (/^(?=.*\p{N}{2})[A-Z\p{N}./: -]+$/u.test(written)) return 'id';
  if (/\s/.test(written)) return 'name';
  if (/\d|[^\p{L}\p{M}\p{N}'’._-]/u.test(written)) return 'token';
  return /^[a-z]+[._]|_/.test(written) ? 'user' : 'name';
};
