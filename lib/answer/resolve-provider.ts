import type { Catalogue } from '../catalogue/catalogue.ts';

/** @throws RangeError with the list of known ids. */
export function resolveProvider(name: string, { provider, providers }: Catalogue): string {
  const id = name.trim().toLowerCase();
  if (provider(id)) return id;
  const known = providers.filter(({ apis }) => apis.length > 0).map((each) => each.id);
  known.sort();
  throw new RangeError(`Unknown provider "${name}". Known providers: ${known.join(', ')}.`);
}
