import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { registryOf } from '../../lib/catalogue/key.ts';
import { rankedFor } from '../../lib/catalogue/ranked.ts';
import { explain, type Question } from '../../lib/explain/explain.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { innerCode, parentCode } from '../../lib/explain/linked-codes.ts';
import { readSighting } from '../../lib/explain/sighting.ts';
import type { Seen } from '../../lib/explain/ticket.ts';
import type { CardRequest } from '../../lib/page/page-api.ts';

/** What the page asks. */
export function questionOf({ code, subcode, meanings, nearby, labelled, host, path }: CardRequest): Question {
  return { code, subcode, nearby, labelled, host, path, ...(meanings.length > 0 && { meanings }) };
}

/** Every code that the explanation of a request may speak of. */
export function codesIn({ code, subcode, nearby, hit }: CardRequest): string[] {
  if (!hit) return [];
  return [code, subcode, innerCode(nearby), parentCode(code, nearby)].filter((one) => one != null);
}

/** The explanation of a code, with the provider that the reader has named since the engine ranked its meanings. */
export function readWith(provider: string | null, question: Question, catalogue: Catalogue): Explanation {
  if (!provider) return explain(question, catalogue);
  const { meanings } = question;
  return explain({ ...question, meanings: meanings && rankedFor(provider, meanings), provider }, catalogue);
}

/** The explanation once the reader has chosen the entry: no question is left. */
export function readAs(entry: Entry, question: Question, catalogue: Catalogue): Explanation {
  const found = readWith(entry.provider, question, catalogue);
  const decided = { ...found, ambiguous: false, undecided: null, family: null };
  if (found.entry?.key === entry.key) return decided;
  const others = [found.entry, ...found.others].filter((other) => other !== null && other.key !== entry.key);
  return { ...decided, entry, others: others as Entry[], detail: null, said: null, when: null };
}

/** The explanation once the reader has named the provider and the list: the question is which of its meanings. */
export function readFrom(entry: Entry, question: Question, catalogue: Catalogue): Explanation {
  const found = readWith(entry.provider, question, catalogue);
  const asks =
    found.undecided === 'variant' && found.entry !== null && registryOf(found.entry) === registryOf(entry);
  return asks ? found : readAs(entry, question, catalogue);
}

/** Where the page's code was seen, for a ticket: the page, the text beside it and the message that this text names. */
export function seenAt({ code, own, host, path }: CardRequest, provider: string | null): Seen {
  const start = startOf(code, own);
  const place = readSighting(own, { start, end: start + code.length });
  return { host, path, provider, count: 1, places: [place], text: own === '' ? null : own };
}

/** Where a code stands free in a text: `470` is in many a phone number. */
function startOf(code: string, text: string): number {
  const isFree = (at: number) =>
    !/[\p{L}\p{N}]/u.test(`${text.charAt(at - 1)}${text.charAt(at + code.length)}`);
  let at = text.indexOf(code);
  while (at >= 0 && !isFree(at)) at = text.indexOf(code, at + 1);
  return Math.max(0, at);
}

/** The very same code on the page, so that the card need not be built again. */
export const isSame = (a: CardRequest, b: CardRequest) =>
  a.hit === b.hit &&
  a.code === b.code &&
  a.subcode === b.subcode &&
  a.nearby === b.nearby &&
  a.range.startContainer === b.range.startContainer &&
  a.range.startOffset === b.range.startOffset;
