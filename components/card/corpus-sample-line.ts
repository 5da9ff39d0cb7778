import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { DetectedCode } from '../../lib/detect/detect-request.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { formatSampleLine } from '../../lib/format/corpus-sample.ts';
import type { Masker } from '../../lib/masking/masked.ts';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';
import type { TextSample } from '../../lib/page/text/text-sample.ts';

export interface SampleSetup {
  /** Accessed only while a card is open. */
  catalogue: Catalogue;
  detect(text: string, context: TextContext): Promise<readonly DetectedCode[]>;
  /** Returns the text around a code; null if the code has left the page. */
  getSample(range: Range): TextSample | null;
}

/** Formats the card's subject as a corpus line: a wrong mark, or a missed code or text. Null if the code has left the page. */
export async function createSampleLine(
  { range, code, hit, host, path, position }: CardRequest,
  subject: Explanation | string,
  { catalogue, detect, getSample }: SampleSetup,
  masking: Masker,
): Promise<string | null> {
  const found = getSample(range);
  if (!found) return null;
  const { text, start, end, lang } = found;
  const place = position
    ? ({ start, end, verdict: 'wrong' } as const)
    : findPlaceInSelection(text, start, end, code);
  const key = typeof subject === 'string' ? null : (subject.entry?.key ?? null);
  return formatSampleLine(
    { text, place, host, path, lang, key, ...(hit && { code }) },
    catalogue,
    await detect(text, { host }),
    masking,
  );
}

/** Returns the place of a missed code within a selection; an empty place if the selection is more than one word. */
function findPlaceInSelection(text: string, start: number, end: number, code: string) {
  const at = text.slice(start, end).indexOf(code);
  if (at >= 0 && !/\s/.test(code))
    return { start: start + at, end: start + at + code.length, verdict: 'missed' } as const;
  return { start, end: start, verdict: 'wrong' } as const;
}
