import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createPlaceScorer } from '../catalogue/rank-meanings.ts';
import { getMarkKind } from '../core/mark-kind.ts';
import type { DetectedCode } from '../detect/detect-request.ts';
import { findConsole } from '../detect/find-console.ts';
import type { TextContext } from '../detect/hit.ts';
import { getWordingIndex, isPartOfWording } from './wording-index.ts';

/** Below this, a number is less likely a code than words that a provider prints. */
const MIN_NUMBER_CONFIDENCE = 0.5;
/** Maximum number of listed meanings. */
const MAX_MEANINGS = 6;

/**
 * Answers a selection by its wording if it has no code: one result for each wording, with the entries that share it. If the page's provider
 * has some, only its own. Otherwise returns the given codes.
 */
export function findSelectedWording(
  text: string,
  codes: readonly DetectedCode[],
  context: TextContext,
  catalogue: Catalogue,
): readonly DetectedCode[] {
  const phrases = getWordingIndex(catalogue)(text, true);
  const sure = codes.filter(
    (hit) => hit.confidence >= MIN_NUMBER_CONFIDENCE && !isPartOfWording(hit, phrases),
  );
  if (sure.length > 0 || phrases.length === 0) return codes;
  const scoreOfPlace = createPlaceScorer(catalogue, context);
  const { host, path } = context;
  const place = host ? findConsole(catalogue.consoles, host, path) : undefined;
  const speaker = context.provider ?? (place?.kind === 'vendor' ? place.provider : undefined);
  return phrases.map(({ start, end, entries, confidence }) => {
    const own = entries.filter(({ provider }) => provider === speaker);
    const fitting = (own.length > 0 ? own : entries)
      .toSorted((a, b) => scoreOfPlace(b) - scoreOfPlace(a))
      .slice(0, MAX_MEANINGS);
    const said = text.slice(start, end).replace(/\s+/g, ' ');
    const [entry] = fitting;
    const isOnly = fitting.length === 1;
    return {
      ...{ start, end, confidence },
      code: (isOnly && entry?.code) || said,
      subcode: (isOnly && entry?.subcode) || null,
      meanings: fitting.map((one) => ({ key: one.key, mark: getMarkKind(one), score: 0 })),
      wording: { text: said, confidence, codes: fitting.map(({ code }: Entry) => code) },
    };
  });
}
