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

/** A word, not a number, of a list about numbers, templates and accounts. */
const STATE_OF_OBJECT = /^meta\/(?:management|states|webhook)\/\D/;
const STATE_OF_FLOW = /^meta\/flows\/(?:BLOCKED|DEPRECATED|DRAFT|THROTTLED)$/;

/** Returns true for a state or event of a number, template, account or flow, which is no failure of a message: `PAUSED`. */
export const isObjectState = (key: EntryKey): boolean =>
  STATE_OF_OBJECT.test(key) || STATE_OF_FLOW.test(key);

export const getRegistryId = ({
  provider,
  api,
}: {
  provider: string;
  api: string;
}): string => `${provider}/${api}`;
