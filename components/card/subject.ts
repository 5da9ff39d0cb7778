import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { explain, type Question } from '../../lib/explain/explain.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';

/** The explanation of a code once the reader has said which entry it is: nothing is left to ask. */
export function readAs(entry: Entry, question: Question, catalogue: Catalogue): Explanation {
  const found = explain({ ...question, keys: [entry.key] }, catalogue);
  const decided = { ...found, ambiguous: false, undecided: null, family: null };
  if (found.entry === entry) return decided;
  const others = [found.entry, ...found.others].filter((other) => other !== null && other !== entry);
  return { ...decided, entry, others: others as Entry[], detail: null };
}
