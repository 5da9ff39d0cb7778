import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getRegistryId } from '../../lib/core/entry-key.ts';
import type { DetectedCode } from '../../lib/detect/detect-request.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import { type CodeQuestion, explain } from '../../lib/explain/explain.ts';
import { createExplanation, type Explanation } from '../../lib/explain/explanation.ts';
import { findParentCode, findWrappedCode } from '../../lib/explain/linked-codes.ts';
import { findMessageContext, findTemplateName } from '../../lib/explain/message-context.ts';
import { formatSampleLine } from '../../lib/format/corpus-sample.ts';
import type { CodeOrigin } from '../../lib/format/ticket.ts';
import type { Masker } from '../../lib/masking/masked.ts';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';
import type { TextSample } from '../../lib/page/text/text-sample.ts';

export function getRequestedCodes({ code, subcode, nearby, hit, wording }: CardRequest): string[] {
  if (!hit) return [];
  if (wording) return [...wording.codes];
  return [code, subcode, findWrappedCode(nearby), findParentCode(code, nearby)].filter((one) => one != null);
}

export function explainRequest(
  request: CardRequest,
  provider: string | null,
  catalogue: Catalogue,
): Explanation {
  const { wording, code, meanings } = request;
  if (!wording || meanings.length < 2) return explainWithProvider(provider, request, catalogue);
  const [entry = null, ...others] = meanings.flatMap(({ key }) => catalogue.byKey.get(key) ?? []);
  return createExplanation(code, { entry, others, ambiguous: true, undecided: 'wording' });
}

/** Explains a code. The engine's ranking does not know the provider that the user has chosen since. */
const explainWithProvider = (provider: string | null, question: CodeQuestion, catalogue: Catalogue) =>
  explain(provider ? { ...question, meanings: undefined, provider } : question, catalogue);

export function explainAs(entry: Entry, question: CodeQuestion, catalogue: Catalogue): Explanation {
  const found = explainWithProvider(entry.provider, question, catalogue);
  const decided = { ...found, ambiguous: false, undecided: null, family: null };
  if (found.entry?.key === entry.key) return decided;
  const others = [found.entry, ...found.others].filter((other) => other !== null && other.key !== entry.key);
  return { ...decided, entry, others: others as Entry[], detail: null, said: null, when: null };
}

/** Explains a code after the user chose a provider's list. If that list has several meanings, the user still has to choose between them. */
export function explainChosenEntry(entry: Entry, question: CodeQuestion, catalogue: Catalogue): Explanation {
  const found = explainWithProvider(entry.provider, question, catalogue);
  const asks =
    found.undecided === 'variant' &&
    found.entry !== null &&
    getRegistryId(found.entry) === getRegistryId(entry);
  return asks ? found : explainAs(entry, question, catalogue);
}

export function getCodeOrigin(
  { code, own, labelled, host, path }: CardRequest,
  provider: string | null,
): CodeOrigin {
  const place = findMessageContext(code, own, labelled);
  // The header of a column names the template of its row.
  place.template = findTemplateName(labelled ?? '') ?? place.template;
  return { host, path, provider, count: 1, places: [place], text: own === '' ? null : own };
}

export const isSameCode = (a: CardRequest, b: CardRequest) =>
  a.hit === b.hit &&
  a.code === b.code &&
  a.subcode === b.subcode &&
  a.nearby === b.nearby &&
  a.range.startContainer === b.range.startContainer &&
  a.range.startOffset === b.range.startOffset;

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
