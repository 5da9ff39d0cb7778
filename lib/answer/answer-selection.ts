import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getPageOrigin } from '../catalogue/rank-entries.ts';
import {
  selectSignificantWords,
  tokenizeQuery,
} from '../catalogue/search/tokenize.ts';
import { getMarkKind } from '../core/mark-kind.ts';
import type { DetectedCode } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';
import { answerText } from './answer-text.ts';
import type { Finding } from './paste/finding.ts';
import { getWordingIndex } from './paste/wording-index.ts';

const MAX_MEANINGS = 6;
const GUESS_CONFIDENCE = 0.6;
/** With fewer significant words, the confidence is lower in proportion. */
const MIN_GUESS_WORDS = 4;
/** Above any difference between two meanings of the engine. */
const DECIDED_SCORE = 20;

/** Answers a selection as the codes that the card shows, else the entries with its wording. */
export function answerSelection(
  text: string,
  context: TextContext,
  catalogue: Catalogue,
): DetectedCode[] {
  const { host, path, provider } = context;

  const { findings, statuses, entries, guessed, share } = answerText(
    text,
    {
      catalogue,
      host,
      path,
      provider,
    },
    context,
  );

  const { lists } = getPageOrigin(context, catalogue);
  const codes = findings.length > 0 ? findings : statuses;

  if (codes.length > 0)
    return codes.map((finding) =>
      finding.wording && finding.entry
        ? createWordingHit(
            text,
            finding.wording,
            [finding.entry, ...finding.others],
            lists,
          )
        : createCodeHit(text, finding),
    );

  const [best] = entries;
  if (!best) return [];

  const phrase =
    guessed &&
    getWordingIndex(catalogue)(text, true).find((one) =>
      one.entries.includes(best),
    );

  const wording = phrase
    ? {
        text: text.slice(phrase.start, phrase.end),
        confidence: phrase.confidence,
      }
    : { text, confidence: computeGuessConfidence(text, share) };

  return [
    createWordingHit(
      text,
      wording,
      [best, ...(phrase ? phrase.entries : [])],
      lists,
    ),
  ];
}

/** One word, such as `lunch`, is similar to some word of the catalogue by chance. */
function computeGuessConfidence(text: string, share: number): number {
  const count = selectSignificantWords(tokenizeQuery(text)).length;
  return share * GUESS_CONFIDENCE * Math.min(1, count / MIN_GUESS_WORDS);
}

function createCodeHit(
  text: string,
  { code, subcode, entry, others, ambiguous }: Finding,
): DetectedCode {
  const start = Math.max(0, text.indexOf(code));
  const meanings = entry ? [entry, ...others] : [];

  return {
    start,
    end: start + code.length,
    code,
    subcode,
    confidence: entry ? 0.9 : 0.5,
    meanings: meanings.map((one) =>
      createMeaning(one, one === entry && !ambiguous ? DECIDED_SCORE : 0),
    ),
  };
}

/** Creates a result for a wording, with the entries that share it. If the provider that binds lists some, only those. */
function createWordingHit(
  text: string,
  wording: NonNullable<Finding['wording']>,
  entries: readonly Entry[],
  lists: readonly string[] | null,
): DetectedCode {
  const own = entries.filter(({ provider }) => lists?.includes(provider));
  const all = [...new Set(own.length > 0 ? own : entries)];
  const live = all.filter(({ deprecated }) => !deprecated);
  const fitting = (live.length > 0 ? live : all).slice(0, MAX_MEANINGS);
  const said = wording.text.trim().replace(/\s+/g, ' ');
  const start = Math.max(0, text.indexOf(wording.text));
  const [only, ...others] = fitting;
  const isOnly = others.length === 0;

  return {
    start,
    end: start + wording.text.length,
    confidence: wording.confidence,
    code: (isOnly && only?.code) || said,
    subcode: (isOnly && only?.subcode) || null,
    meanings: fitting.map((entry) => createMeaning(entry, 0)),
    wording: {
      text: said,
      confidence: wording.confidence,
      codes: fitting.map(({ code }) => code),
    },
  };
}

const createMeaning = (entry: Entry, score: number) => ({
  key: entry.key,
  mark: getMarkKind(entry),
  score,
});
