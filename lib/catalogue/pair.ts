import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';

/** Subcodes of so many digits mean the same with every code of their provider: Meta lists those of templates by themselves. */
const OWN_MEANING = 7;

/** What a code means with a subcode: 190 with 463, 100 with 2494179. Empty where the catalogue knows no such pair. */
export function entriesOfPair(
  code: string,
  subcode: string,
  { entries, meaningsOf }: Catalogue,
): readonly Entry[] {
  const pairs = entries.filter((entry) => entry.code === code && entry.subcode === subcode);
  if (pairs.length > 0 || subcode.length < OWN_MEANING) return pairs;
  const providers = new Set(meaningsOf(code).map(({ provider }) => provider));
  return meaningsOf(subcode).filter((entry) => entry.code === subcode && providers.has(entry.provider));
}
