import type { Settings } from './settings.ts';

/** What an organization set. A field here is locked; of a list each host is; the notes stand beside the person's own. */
export type Policy = Partial<Omit<Settings, 'silenced' | 'recent'>> & {
  /** Match patterns of sites to allow: the browser lets no policy grant them. */
  sites?: readonly string[];
};

/** The policy as it was checked, and what of it was left out and why. */
export interface Managed {
  policy: Policy;
  problems: readonly string[];
}

export const NO_POLICY: Managed = { policy: {}, problems: [] };

/** Lists and records are locked by item. */
export const isLocked = (policy: Policy, field: string): boolean =>
  field in policy && typeof policy[field as keyof Policy] !== 'object';

/**
 * Lays the policy over stored settings, whatever they are. It stands last in each list, whose beginning is cut. Without a schema library:
 * this runs in every frame of every console.
 */
export function underPolicy(stored: unknown, managed: unknown): Readonly<Record<string, unknown>> {
  const own = asRecord(stored);
  const policy: Policy = asRecord(asRecord(managed).policy);
  const { pausedHosts, providerByHost, notes, sites, ...fields } = policy;
  const paused = Array.isArray(own.pausedHosts) && own.pausedHosts.every(isText) ? own.pausedHosts : [];
  const chosen = Object.entries(asRecord(own.providerByHost));
  const { hover, sensitivity } = policy;
  /** What it sets for every site no site has otherwise. */
  const asSet = ([host, wish]: [string, unknown]) => [
    host,
    { ...asRecord(wish), ...(hover && { hover }), ...(sensitivity && { sensitivity }) },
  ];
  const wishes = Object.entries(asRecord(own.bySite)).map(asSet);
  const kept = chosen.every(([, provider]) => isText(provider)) ? chosen : [];
  return {
    ...own,
    ...fields,
    ...(own.bySite !== undefined && { bySite: Object.fromEntries(wishes) }),
    ...(pausedHosts && { pausedHosts: [...paused, ...pausedHosts] }),
    ...(providerByHost && {
      providerByHost: Object.fromEntries([
        ...kept.filter(([host]) => !Object.hasOwn(providerByHost, host)),
        ...Object.entries(providerByHost),
      ]),
    }),
  };
}

export const isText = (value: unknown): value is string => typeof value === 'string';

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
