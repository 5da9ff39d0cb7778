import type {
  CatalogueData,
  Entry,
  Provider,
  Retry,
  Turn,
} from '../../data/schema.ts';
import { createEntryKey, OWN_CODES_API } from '../core/entry-key.ts';

export interface OwnCode extends Record<'title' | 'meaning' | 'next', string> {
  /** A number, or at least four characters with a letter. */
  code: string;
  wordings?: readonly string[] | undefined;
  /** Id of a provider of the catalogue, or any other name. */
  provider: string;
  turn: Turn;
  retry: Retry;
  link?: string | undefined;
}

const toProviderId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

export const getOwnKey = ({
  code,
  provider,
}: Pick<OwnCode, 'code' | 'provider'>): string =>
  createEntryKey({
    provider: toProviderId(provider),
    api: OWN_CODES_API,
    code,
  });

const toEntry = (one: OwnCode): Entry => ({
  key: getOwnKey(one),
  provider: toProviderId(one.provider),
  api: OWN_CODES_API,
  code: one.code,
  title: one.title,
  class: 'other',
  meaning: one.meaning,
  verdict: { turn: one.turn, retry: one.retry },
  next: one.next,
  aliases: [...(one.wordings ?? [])],
  channel: 'any',
  confidence: 'confirmed',
  claims: [],
  // In the team's own language.
  translated: true,
  own: { wordings: one.wordings ?? [], link: one.link },
});

/** Adds a team's own codes to a catalogue, as entries like all others. Of several with the same provider and code, the first counts. */
export function withOwnCodes<
  T extends Pick<CatalogueData, 'entries' | 'providers'>,
>(data: T, own: readonly OwnCode[]): T {
  if (own.length === 0) return data;

  const providers = new Map(
    data.providers.map((provider) => [provider.id, provider]),
  );

  const entries = new Map<string, Entry>();

  for (const one of own) {
    const entry = toEntry(one);
    const { provider: name } = one;

    const provider: Provider = {
      id: entry.provider,
      name,
      apis: [],
      desk: name,
    };

    if (!providers.has(provider.id)) providers.set(provider.id, provider);
    if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }

  return {
    ...data,
    entries: [...data.entries, ...entries.values()],
    providers: [...providers.values()],
  };
}
