import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { DetectedCode } from '../../lib/detect/detect-request.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import { caseLine } from '../../lib/explain/corpus-line.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { Redaction } from '../../lib/masking/masked.ts';
import type { CaseText } from '../../lib/page/case-at.ts';
import type { CardRequest } from '../../lib/page/page-api.ts';

export interface TestCaseSetup {
  /** Read when a card is shown, not before. */
  catalogue: Catalogue;
  /** The codes that Errata marks in a text: the others of a test case. */
  detect(text: string, context: TextContext): Promise<readonly DetectedCode[]>;
  /** The text around a code, for a test case; null where the code has left the page. */
  caseOf(range: Range): CaseText | null;
}

/** The card's subject as a line of the corpus: a mark was wrong, or a selected code or text was missed. */
export async function testCase(
  { range, code, hit, host, path, position }: CardRequest,
  subject: Explanation | string,
  { catalogue, detect, caseOf }: TestCaseSetup,
  redaction: Redaction,
): Promise<string | null> {
  const found = caseOf(range);
  if (!found) return null;
  const { text, start, end, lang } = found;
  const place = position ? ({ start, end, verdict: 'wrong' } as const) : placeIn(text, start, end, code);
  const key = typeof subject === 'string' ? null : (subject.entry?.key ?? null);
  return caseLine(
    { text, place, host, path, lang, key, ...(hit && { code }) },
    catalogue,
    await detect(text, { host }),
    redaction,
  );
}

/** Where in a selection the missed code stands; nowhere where the selection is more than a word. */
function placeIn(text: string, start: number, end: number, code: string) {
  const at = text.slice(start, end).indexOf(code);
  if (at >= 0 && !/\s/.test(code))
    return { start: start + at, end: start + at + code.length, verdict: 'missed' } as const;
  return { start, end: start, verdict: 'wrong' } as const;
}
