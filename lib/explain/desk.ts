import type { Catalogue } from '../catalogue/catalogue.ts';
import { consoleAt } from '../detect/consoles.ts';
import type { Explanation } from './explanation.ts';

/** Where a code was met, as far as it tells who sends. */
export interface Sender {
  host?: string | null | undefined;
  path?: string | null | undefined;
  /** Set by the reader. */
  provider?: string | null | undefined;
}

/**
 * Who a ticket goes to: a provider's customer to the provider, whatever Meta prints; a direct customer of Meta to Meta. Where
 * nothing tells which of both it is, both are named.
 */
export function deskOf({ entry }: Pick<Explanation, 'entry'>, sender: Sender, catalogue: Catalogue): string {
  const { host, path, provider } = sender;
  const place = host ? consoleAt(catalogue.consoles, host, path ?? '/')?.provider : undefined;
  const ids = [provider, place, entry?.provider];
  const own = ids.find((id) => id && id !== 'meta');
  const desk = own ? catalogue.provider(own)?.desk : undefined;
  if (desk) return desk;
  const meta = catalogue.provider('meta')?.desk ?? 'Meta support';
  return provider === 'meta' || place === 'meta'
    ? `${meta}; if a provider sends for you, its support instead`
    : `the support of the provider that sends for you; if you send directly, ${meta}`;
}
