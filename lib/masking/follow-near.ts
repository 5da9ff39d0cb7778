import type { Span } from '../core/spans.ts';

/** How far something private makes a word likelier to be private. */
const MAX_NEAR_CHARS = 1_500;

/** Returns a function that tells if something found is near a span. Spans must ascend. */
export function followNear(found: readonly Span[], distance = MAX_NEAR_CHARS) {
  let at = 0;

  return ({ start, end }: Span): boolean => {
    while ((found[at]?.end ?? Number.POSITIVE_INFINITY) < start - distance)
      at++;

    return (found[at]?.start ?? Number.POSITIVE_INFINITY) < end + distance;
  };
}
