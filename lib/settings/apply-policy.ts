import { isString, toArray, toRecord } from '../core/type-guards.ts';
import type { Settings } from './settings.ts';

/** Settings of an organisation. A field is locked as a whole; a list is locked by host; notes are shown in addition to the user's own. */
export type Policy = Partial<
  Omit<Settings, 'suppressions' | 'recentLookups'>
> & {
  /** Match patterns of sites to grant. A policy cannot grant them itself, so Errata asks the user. */
  sites?: readonly string[];
};

export const NO_POLICY: { policy: Policy } = { policy: {} };

/** Whether a policy locks a field. Lists and records are locked by item instead. */
export const isLocked = (policy: Policy, field: string): boolean =>
  field in policy && typeof policy[field as keyof Policy] !== 'object';

/** Applies a stored policy to stored settings, both of any shape, without a schema library: it runs in every frame. */
export function applyPolicy(
  stored: unknown,
  managed: unknown,
): Readonly<Record<string, unknown>> {
  const own = toRecord(stored);
  const policy: Policy = toRecord(toRecord(managed).policy);

  const { pausedHosts, providerByHost, notes, ownCodes, sites, ...fields } =
    policy;

  const chosen = Object.entries(toRecord(own.providerByHost)).filter(
    ([, provider]) => isString(provider),
  );

  const { hover, sensitivity } = policy;

  /** A policy's value for all sites overrides the values of single sites. */
  const asSet = ([host, wish]: [string, unknown]) => [
    host,
    {
      ...toRecord(wish),
      ...(hover && { hover }),
      ...(sensitivity && { sensitivity }),
    },
  ];

  const wishes = Object.entries(toRecord(own.bySite)).map(asSet);

  return {
    ...own,
    ...fields,
    ...(own.bySite !== undefined && { bySite: Object.fromEntries(wishes) }),
    // The first definition of a code counts.
    ...(ownCodes && {
      ownCodes: [...toArray(ownCodes), ...toArray(own.ownCodes)],
    }),
    ...(pausedHosts && {
      pausedHosts: [
        ...toArray(own.pausedHosts),
        ...toArray(pausedHosts),
      ].filter(isString),
    }),
    ...(providerByHost && {
      providerByHost: Object.fromEntries([
        ...chosen.filter(([host]) => !Object.hasOwn(providerByHost, host)),
        ...Object.entries(providerByHost),
      ]),
    }),
  };
}
