import type { Claim, Confidence, Entry, Source } from '../data/schema.ts';
import { getClaimUrl } from '../lib/catalogue/claim-url.ts';

export interface RatedSources {
  find: (id: string) => Source | undefined;
  /** Publishers that document the entry's own codes, such as the provider. */
  ownPublishers: readonly string[];
}

/**
 * Rates an entry by the sources that agree and that a reader can open. A source explains if it says what the code
 * means, or has it in a numbered row; a title alone only names it, and an aside says something else.
 */
export function rateConfidence(
  { claims, checked }: Pick<Entry, 'claims' | 'checked'>,
  { find, ownPublishers }: RatedSources,
): Confidence {
  const opened = claims.filter(
    (claim) => claim.agrees && getClaimUrl(claim, find(claim.source)),
  );

  if (opened.length === 0) return 'seen-in-use';

  const explaining = opened.filter(
    ({ says, row, aside }) => (says || row) && !aside,
  );

  const isDocumented = explaining.some(({ source }) =>
    isOwnPage(find(source), ownPublishers),
  );

  if (isDocumented) return 'confirmed';

  const authors = new Set(
    opened.map((claim) => getAuthor(claim, find(claim.source))),
  );

  const isRuledOut = checked?.found === 'name' || checked?.found === 'nothing';
  const isShared = authors.size > 1 && explaining.length > 0 && !isRuledOut;

  return isShared ? 'confirmed' : 'single-source';
}

function isOwnPage(
  source: Source | undefined,
  ownPublishers: readonly string[],
): boolean {
  if (!source || source.kind === 'third-party') return false;

  return ownPublishers.includes(toPublisher(source.publisher));
}

/** Returns who wrote a claim. A source without an address of its own gathers claims of many authors: each address names one. */
function getAuthor(claim: Claim, source: Source | undefined): string {
  if (!source) return claim.source;

  const isOfMany = source.kind === 'third-party' && !source.url && claim.url;
  if (!isOfMany) return toPublisher(source.publisher);

  const { host, pathname } = new URL(claim.url ?? '');
  const [, owner = ''] = pathname.split('/');

  return host === 'github.com' ? owner : host;
}

/** Removes what follows the name, except a newer name: `Nexmo (now Vonage)` → `Vonage`, `Bird (docs)` → `Bird`. */
export const toPublisher = (name: string): string =>
  /\(now (.+)\)$/.exec(name)?.[1] ?? name.replace(/ \(.*/, '');
