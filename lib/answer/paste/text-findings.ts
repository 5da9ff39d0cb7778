import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Hit, TextContext } from '../../detect/hit.ts';
import {
  readElementCount,
  readFieldCount,
  readLineCount,
  readMetricCount,
  readObjectCount,
  readWordedCount,
} from '../../structure/counted-line.ts';
import { readNameBefore } from '../../structure/field-names.ts';
import {
  findLineEnd,
  findLineStart,
  getLineAfter,
} from '../../structure/lines.ts';
import { findBlockAround, findObject } from '../explain/code-block.ts';
import { explain } from '../explain/explain.ts';
import { findFailures } from '../explain/find-failures.ts';
import { findTimestampNear } from '../explain/find-timestamps.ts';
import {
  extractMessageContext,
  type MessageContext,
} from '../explain/message-context.ts';
import { type FindingDraft, isAtTextEnd, mayBeTruncated } from './finding.ts';
import {
  createDraftFromWording,
  isAlreadyReported,
} from './wording-findings.ts';
import type { WordingHit } from './wording-index.ts';

/** A failure in a text, before equal ones are merged. */
export interface TextFinding {
  draft: FindingDraft;
  /** Offset of the code or of the words. */
  start: number;
  readContext(): MessageContext;
  /** Number of failures that it stands for. */
  count: number;
  /** Returns true if the text ends with the code, so that only the following text shows whether it is complete. */
  mayBeCutOff(): boolean;
}

/** Remembers what a function returns. */
function once<Value>(read: () => Value): () => Value {
  let known: { value: Value } | undefined;

  return () => {
    known ??= { value: read() };

    return known.value;
  };
}

/** Explains the failures of a text: its codes, then its wordings without a code. */
export function explainFailures(
  text: string,
  hits: readonly Hit[],
  phrases: readonly WordingHit[],
  catalogue: Catalogue,
  context: TextContext,
): TextFinding[] {
  return [
    ...explainCodes(text, hits, catalogue, context),
    ...explainWordings(text, hits, phrases, catalogue, context),
  ];
}

function explainCodes(
  text: string,
  hits: readonly Hit[],
  catalogue: Catalogue,
  context: TextContext,
): TextFinding[] {
  return findFailures(hits, text, catalogue).map(
    ({ hit, cause, before, after, findOwnText }) => {
      const { code, subcode, meanings } = hit;
      const nearby = findBlockAround(text, hit, before, after);
      const getOwnText = once(findOwnText);

      const readContext = once(() =>
        extractMessageContext(text, hit, getOwnText()),
      );

      const moment = once(() =>
        findTimestampNear(text, hit.start, nearby, getOwnText()),
      );

      const recipient = () => readContext().recipient;

      const request = {
        ...context,
        code,
        subcode,
        meanings,
        nearby,
        moment,
        recipient,
      };

      return {
        draft: { ...explain(request, catalogue), cause: cause?.code ?? null },
        start: hit.start,
        readContext,
        count: countFailures(text, hit),
        mayBeCutOff: () =>
          isAtTextEnd(text, hit) && mayBeTruncated(hit.code, catalogue),
      };
    },
  );
}

export function explainWordings(
  text: string,
  hits: readonly Hit[],
  phrases: readonly WordingHit[],
  catalogue: Catalogue,
  context: TextContext,
): TextFinding[] {
  return phrases.flatMap((phrase) => {
    if (isAlreadyReported(phrase, hits, text)) return [];

    const draft = createDraftFromWording(
      phrase,
      phrases,
      text,
      catalogue,
      context,
    );

    return draft
      ? {
          draft,
          start: phrase.start,
          readContext: () => extractMessageContext(text, phrase),
          count: 1,
          mayBeCutOff: () => false,
        }
      : [];
  });
}

/** Returns how many failures a code stands for: by the count in its object, or in its line. */
const countFailures = (text: string, hit: Hit): number =>
  readObjectCount(findObject(text, hit)) ??
  countMetric(text, hit) ??
  readElementCount(text.slice(hit.end, hit.end + MAX_ELEMENTS_UNITS)) ??
  countLine(text, hit);

const MAX_ELEMENTS_UNITS = 1_000;

/** Returns the value of a metric of which a code is a label. */
function countMetric(text: string, hit: Hit): number | null {
  const labels = findObject(text, hit);
  if (!labels) return null;

  const name = readNameBefore(text, labels.start);
  const isMetric = /\w/.test(text.charAt(labels.start - 1));
  const around = name === '' ? null : findObject(text, hit, labels);
  const after = isMetric ? getLineAfter(text, labels.end) : '';

  return readMetricCount(
    name,
    after,
    around && `${around.before} ${around.after}`,
  );
}

/** Returns how many failures the line of a code stands for. A bare number beside a code may be anything. */
function countLine(
  text: string,
  { start, end }: Pick<Hit, 'start' | 'end'>,
): number {
  const [from, to] = [findLineStart(text, start), findLineEnd(text, end)];

  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const told = readWordedCount(after) ?? readFieldCount(before, after);
  if (told !== null) return told;

  const { count, isMarked } = readLineCount(before, after);

  if (!isMarked || count === 1) return 1;

  const above = text.slice(findLineStart(text, from - 1), from);

  const isNumbered =
    Number.parseInt(above, 10) === count - 1 ||
    Number.parseInt(text.slice(to, to + 20), 10) === count + 1;

  return isNumbered ? 1 : count;
}
