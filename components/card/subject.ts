import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getRegistryId } from '../../lib/core/entry-key.ts';
import { type CodeQuestion, explain } from '../../lib/explain/explain.ts';
import { createExplanation, type Explanation } from '../../lib/explain/explanation.ts';
import { findParentCode, findWrappedCode } from '../../lib/explain/linked-codes.ts';
import { findMessageContext, findTemplateName } from '../../lib/explain/message-context.ts';
import type { CodeOrigin } from '../../lib/format/ticket.ts';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';

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
export const explainWithProvider = (provider: string | null, question: CodeQuestion, catalogue: Catalogue) =>
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
