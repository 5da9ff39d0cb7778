import type { Catalogue } from '../catalogue/catalogue.ts';

/** @throws RangeError with the list of known ids. */
export function resolveProvider(
  name: string,
  { provider, providers }: Catalogue,
): string {
  const id = name.trim().toLowerCase();
  if (provider(id)) return id;

  const known = providers
    .flatMap(({ id, apis }) => (apis.length > 0 ? id : []))
    .sort();

  throw new RangeError(
    `Unknown provider "${name}". Known providers: ${known.join(', ')}.`,
  );
}
