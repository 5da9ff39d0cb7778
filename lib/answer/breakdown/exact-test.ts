/** Numbers of messages: those of a group, and those that failed. */
export interface Share {
  messages: number;
  failed: number;
}

/** Logarithms of the factorials that Stirling's series is too inexact for. */
const LOG_FACTORIALS_TO_15 = Array.from({ length: 16 }, (_, size) => {
  let product = 1;
  for (let factor = 2; factor <= size; factor++) product *= factor;
  return Math.log(product);
});

/** What is added is smaller than the error of a double. */
const NEGLIGIBLE = 1e-17;

function getLogFactorial(size: number): number {
  const small = LOG_FACTORIALS_TO_15[size];
  if (small !== undefined) return small;

  const series =
    1 / (12 * size) - 1 / (360 * size ** 3) + 1 / (1260 * size ** 5);

  return (
    (size + 0.5) * Math.log(size) - size + 0.5 * Math.log(2 * Math.PI) + series
  );
}

const getLogChoose = (size: number, chosen: number): number =>
  getLogFactorial(size) -
  getLogFactorial(chosen) -
  getLogFactorial(size - chosen);

/** Logarithm of the probability that exactly `hits` messages of a group failed, if the failures fall on messages by chance. */
export const getLogProbability = (
  { messages }: Pick<Share, 'messages'>,
  hits: number,
  total: Share,
): number =>
  getLogChoose(messages, hits) +
  getLogChoose(total.messages - messages, total.failed - hits) -
  getLogChoose(total.messages, total.failed);

/**
 * Fisher's exact test, one-sided: the probability that at least as many messages of a group failed as did, if the
 * failures fall on messages by chance (the upper tail of the hypergeometric distribution).
 *
 * @param group At most `total` in both numbers.
 * @returns Its natural logarithm, because it can be smaller than the least double.
 */
export function getLogTail(group: Share, total: Share): number {
  const maxHits = Math.min(group.messages, total.failed);
  const others = total.messages - group.messages - total.failed;
  let term = 1;
  let sum = 1;

  for (let hits = group.failed; hits < maxHits; hits++) {
    term *=
      ((group.messages - hits) * (total.failed - hits)) /
      ((hits + 1) * (others + hits + 1));
    sum += term;
    if (term < sum * NEGLIGIBLE) break;
  }

  return Math.min(
    0,
    getLogProbability(group, group.failed, total) + Math.log(sum),
  );
}
