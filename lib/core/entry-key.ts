import type { EntryKey } from '../../data/schema.ts';

type KeyParts = Record<'provider' | 'api' | 'code', string> & {
  [Name in 'subcode' | 'variant']?: string | undefined;
};

/** Builds an entry key: `meta/graph/190.463`, `360dialog/registration/1005~timeout`. */
export function createEntryKey(parts: KeyParts): EntryKey {
  const { provider, api, code, subcode, variant } = parts;
  return `${provider}/${api}/${code}${subcode ? `.${subcode}` : ''}${variant ? `~${variant}` : ''}`;
}

/** The list of each provider that holds the team's own codes. */
export const OWN_CODES_API = 'own';
/** Meta's list that holds guides, which are no codes (`data/guides.yaml`). */
export const GUIDES_API = 'guides';
/** Meta's list that holds values of fields which are no codes (`data/states.yaml`). */
export const STATES_API = 'states';

/** Returns true for a state of a number, a template or an account, which is no failure of a message: `PAUSED`. */
export const isObjectState = (key: EntryKey): boolean => /^meta\/(?:management|states)\/\D/.test(key);

export const getRegistryId = ({ provider, api }: { provider: string; api: string }): string =>
  `${provider}/${api}`;
