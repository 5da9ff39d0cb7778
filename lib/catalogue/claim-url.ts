import type { Cause, Claim, Entry, Source } from '../../data/schema.ts';

/** Returns the address that a reader of a claim can open, or null: the claim's own place, else the page of its source. */
export const getClaimUrl = (
  claim: Pick<Claim, 'url'>,
  source: Pick<Source, 'url'> | undefined,
): string | null => claim.url ?? source?.url ?? null;

/** Returns who names a cause, in the form of a claim: without a `url` of its own, the address of the source leads to it. */
export function getCauseSource(
  { source, at }: Pick<Cause, 'source' | 'at'>,
  { claims }: Pick<Entry, 'claims'>,
): Pick<Claim, 'url' | 'at'> & { source?: string | undefined } {
  if (!source) return {};
  if (URL.canParse(source)) return { url: source, at };

  const claim = claims.find(
    (one) => one.source === source && (!at || one.at === at),
  );

  return { source, url: claim?.url, at: at ?? claim?.at };
}
