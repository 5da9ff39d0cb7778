import type { Claim, Source } from '../../data/schema.ts';

/** Returns the address that a reader of a claim can open, or null: the claim's own place, else the page of its source. */
export const getClaimUrl = (
  claim: Pick<Claim, 'url'>,
  source: Pick<Source, 'url'> | undefined,
): string | null => claim.url ?? source?.url ?? null;
