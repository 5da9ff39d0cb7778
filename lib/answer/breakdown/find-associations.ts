import { getLogProbability, getLogTail, type Share } from './exact-test.ts';

/** One of the values by which messages are counted: `promo_november` of `template`. */
export interface FacetValue {
  facet: string;
  value: string;
}

export interface Group extends FacetValue, Share {}

export interface Counted {
  total: Share;
  groups: readonly Group[];
}

/** A group with more failures than its size and chance explain. */
export interface Association extends Group {
  /** How many times as often its messages failed as the others. Infinite if no other failed. */
  ratio: number;
  /** Groups that no longer stand out without the messages of this one. */
  overlapping: readonly FacetValue[];
}

/** The probability that at least one of the groups stands out by chance. */
const ALPHA = 0.01;
/** In a million messages, chance explains no difference, but who reads it has to act on it. */
const MIN_RATIO = 1.2;
/** More would be no explanation. */
const MAX_ASSOCIATIONS = 6;

/**
 * Finds the groups in which messages fail more often than elsewhere, where chance does not explain it: Fisher's exact
 * test, for all groups together at a level of 0.01 (Bonferroni, counting only groups that are large enough to reach it,
 * after Tarone 1990).
 *
 * @param countWithout Counts the messages that are in none of these groups.
 * @returns The strongest first. Of groups that mostly hold the same messages, only the strongest has an item of its own.
 */
export function findAssociations(
  counted: Counted,
  countWithout: (left: readonly FacetValue[]) => Counted,
): Association[] {
  const logLevel = getLogLevel(counted);
  const found: Association[] = [];
  let open = findSignificant(counted, logLevel);

  while (open[0] && found.length < MAX_ASSOCIATIONS) {
    const [{ group }] = open;
    const whole = counted.groups.find((one) => isSame(one, group)) ?? group;
    const rest = countWithout([...found, group]);
    const left = findSignificant(rest, logLevel);

    const overlapping = open
      .slice(1)
      .filter((one) => !left.some((other) => isSame(other.group, one.group)))
      .map((one) => pickName(one.group));

    const ratio = getRatio(whole, counted.total);

    found.push({ ...whole, ratio, overlapping });

    // What stands out only without the others was not asked.
    open = left.filter((one) =>
      open.some((other) => isSame(other.group, one.group)),
    );
  }

  return found;
}

const isSame = (one: FacetValue, other: FacetValue): boolean =>
  one.facet === other.facet && one.value === other.value;

const pickName = ({ facet, value }: FacetValue): FacetValue => ({
  facet,
  value,
});

/** Returns the rate of failures in a group, against that of all other messages. */
export function getRatio(group: Share, total: Share): number {
  const failed = total.failed - group.failed;
  const messages = total.messages - group.messages;
  return group.failed / group.messages / (failed / messages);
}

function findSignificant({ groups, total }: Counted, logLevel: number) {
  return groups
    .filter((group) => getRatio(group, total) >= MIN_RATIO)
    .map((group) => ({ group, logTail: getLogTail(group, total) }))
    .filter(({ logTail }) => logTail <= logLevel)
    .sort((a, b) => a.logTail - b.logTail);
}

/** Returns the logarithm of the level for one group. Groups that could not reach it, even if all failed, were not asked. */
function getLogLevel({ groups, total }: Counted): number {
  const least = groups
    .map((group) =>
      getLogProbability(group, Math.min(group.messages, total.failed), total),
    )
    .sort((a, b) => a - b);

  let asked = 1;

  while (asked < least.length) {
    const next = least[asked] ?? 0;
    if (next > Math.log(ALPHA / asked)) break;
    asked++;
  }

  return Math.log(ALPHA / asked);
}
