import { CLASSES, type Entry, OWNERS, RETRIES } from '../../data/schema.ts';
import { t } from '../language/translate.ts';
import type { Catalogue } from './catalogue.ts';
import { SHOWN_TURNS, shownTurn } from './mark.ts';
import { paired, plain } from './words-of.ts';

/** A query after its filters (`provider:`, `owner:` or `turn:`, `retry:`, `class:`) are removed. */
export interface Limited {
  /** The query without the filters. */
  rest: string;
  /** Returns true if an entry passes all filters. */
  fits(entry: Entry): boolean;
  /** True if at least one filter has a value. */
  isLimited: boolean;
  /** The values that each filter accepts. */
  limits: ReadonlyMap<LimitName, readonly string[]>;
  /** The provider, if the filters accept exactly one. */
  provider: string | null;
  /** Messages about invalid values: `There is no retry "never". Known: no, after-fix, …`. */
  faults: readonly string[];
}

/** Names of filters. `turn:` is a synonym of `owner:`. */
export type LimitName = 'provider' | 'owner' | 'retry' | 'class';

const LIMIT = /(?:^|\s)(provider|owner|turn|retry|class):("[^"]{0,40}"?|\S{0,40})/gi;

const VALUES: Readonly<Record<Exclude<LimitName, 'provider'>, readonly string[]>> = {
  owner: [...new Set<string>([...SHOWN_TURNS, ...OWNERS])],
  retry: RETRIES,
  class: CLASSES,
};

/** Synonyms of filter values. */
const ALSO = paired('limits');

/**
 * Parses the filters of a query. A value can be a prefix (`provider:tw`). A filter without a value is ignored. If a
 * filter occurs twice, an entry may match either value.
 */
export function readLimits(query: string, catalogue: Catalogue): Limited {
  const asked = new Map<LimitName, string[]>();
  const faults: string[] = [];
  const rest = query.replace(LIMIT, (_, key: string, quoted: string) => {
    const name = (key.toLowerCase() === 'turn' ? 'owner' : key.toLowerCase()) as LimitName;
    const value = plain(quoted.replace(/"/g, '').trim());
    if (value === '') return ' ';
    const found = valuesOf(name, value, catalogue);
    if (found.length === 0) faults.push(faultOf(name, quoted.replace(/"/g, ''), catalogue));
    asked.set(name, [...(asked.get(name) ?? []), ...found]);
    return ' ';
  });
  const providers = asked.get('provider') ?? [];
  return {
    rest: rest.trim(),
    isLimited: asked.size > 0,
    limits: asked,
    provider: providers.length === 1 ? (providers[0] ?? null) : null,
    faults,
    fits: (entry) => [...asked].every(([name, values]) => values.some((value) => has(entry, name, value))),
  };
}

function has(entry: Entry, name: LimitName, value: string): boolean {
  const { provider, verdict, steps = [], class: kind } = entry;
  if (name === 'provider') return provider === value;
  if (name === 'retry') return verdict.retry === value;
  if (name === 'class') return kind === value;
  // The value is the owner of the verdict or, for `owner:developer`, performs one of the steps.
  return (SHOWN_TURNS as readonly string[]).includes(value)
    ? shownTurn(entry) === value
    : steps.some(({ who }) => who === value);
}

function valuesOf(name: LimitName, value: string, catalogue: Catalogue): readonly string[] {
  if (name === 'provider') {
    const named = (match: (text: string) => boolean) =>
      catalogue.providers.filter(({ id, name }) => match(id) || match(plain(name))).map(({ id }) => id);
    const whole = named((text) => text === value);
    return whole.length > 0 ? whole : named((text) => text.startsWith(value));
  }
  const known = VALUES[name];
  const meant = known.includes(value) ? value : (ALSO.get(value) ?? value);
  return known.includes(meant) ? [meant] : known.filter((one) => one.startsWith(meant));
}

function faultOf(name: LimitName, value: string, { providers, entries }: Catalogue): string {
  const used = new Set(entries.map(({ provider }) => provider));
  const known =
    name === 'provider' ? providers.filter(({ id }) => used.has(id)).map(({ id }) => id) : VALUES[name];
  return t('Unknown value “$1” for “$2:”. Known values: $3.', value, name, known.join(', '));
}
