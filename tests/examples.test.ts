import { expect, test } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import type { Finding } from '../lib/answer/paste/finding.ts';
import {
  findCountryRule,
  getCountryRules,
} from '../lib/answer/plan/country-rules.ts';
import { findRecipientCountry } from '../lib/answer/plan/recipient.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { findSuccessors } from '../lib/catalogue/relations.ts';
import { decodePaste } from './fixtures/decode-paste.ts';

const catalogue = createCatalogue(readCatalogue());
const examples = catalogue.entries.flatMap((entry) => {
  const { code, subcode, deprecated, provider, examples = [] } = entry;
  // A retired subcode of a code that is still in use is explained as that code.
  const successor =
    subcode && deprecated ? findSuccessors(entry, catalogue) : [];
  const { key } = successor.find((one) => one.code === code) ?? entry;
  return examples.map((example) => ({ key, provider, ...example }));
});

/** Returns the cause that the text proves, or the country of the recipient. */
function findCause({ detail, row }: Finding) {
  if (detail?.cause) return detail.cause;
  const country = row?.recipient && findRecipientCountry(row.recipient);
  if (!country) return undefined;

  return findCountryRule(getCountryRules(row.entry, catalogue), country)?.cause;
}

test.each(examples)('$key: $text', ({ key, provider, text, cause, host }) => {
  // A payload of Meta needs no provider: it names itself.
  const found = decodePaste(text, catalogue, {
    ...(host && { host }),
    ...(provider !== 'meta' && { provider }),
  });
  const own = found.find(({ entry }) => entry?.key === key);
  expect(found.map(({ entry, code }) => entry?.key ?? code)).toContain(key);
  expect(own?.ambiguous).toBe(false);
  if (cause) expect(own && findCause(own)).toBe(cause);
});
