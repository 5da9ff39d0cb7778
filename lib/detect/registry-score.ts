import { getRegistryId, OWN_CODES_API } from '../core/entry-key.ts';
import type { CodeIndex } from './code-index.ts';

/** One list of one provider. */
interface RegistryName {
  provider: string;
  api: string;
  /** The key, if the score is for a meaning. */
  key?: string;
}

/** The origin of a code, independent of the text. */
export interface PageOrigin {
  provider?: string | undefined;
  console?: Pick<CodeIndex['consoles'][number], 'codesOf'> | undefined;
}

/** The most common registries rank first if there is no other evidence. */
const COMMON_REGISTRY_SCORES: Readonly<Record<string, number>> = {
  'meta/cloud': 1,
  'meta/graph': 0.9,
  'meta/management': 0.7,
  'meta/groups': 0.6,
  'meta/calling': 0.5,
  'meta/flows': 0.5,
  'meta/webhook': 0.4,
  'meta/onprem': 0.6,
  // Only in an early list; otherwise it is an HTTP status.
  'meta/onprem/401': -1,
  twilio: 0.5,
  // Named `WhatsApp`, as Meta's own is.
  'whatsapp-web': 0.5,
};
/** The team's own codes are listed first. The card still asks if another meaning is as common. */
const OWN_SCORE = 2;
/** Outweighs the console together with any one other kind of evidence. */
export const USER_CHOICE_BONUS = 12;

/**
 * Scores a registry by its origin alone: about 1 for a common one, up to 6 for the console's own codes, 12 for the
 * user's provider.
 */
export function getPrior(registry: RegistryName, { provider, console: place }: PageOrigin): number {
  const name = getRegistryId(registry);
  const habit =
    COMMON_REGISTRY_SCORES[registry.key ?? ''] ??
    COMMON_REGISTRY_SCORES[name] ??
    COMMON_REGISTRY_SCORES[registry.provider] ??
    0;
  return (
    (registry.api === OWN_CODES_API ? OWN_SCORE : habit) +
    (provider === registry.provider ? USER_CHOICE_BONUS : 0) +
    scoreConsole(name, registry, place)
  );
}

function scoreConsole(name: string, { provider }: RegistryName, place: PageOrigin['console']): number {
  const at = place ? place.codesOf.findIndex((of) => of === name || of === provider) : -1;
  return at < 0 ? 0 : at === 0 ? 6 : Math.max(3, 5 - at * 0.5);
}

const getSubcode = (key: string) => /\.(\d+)(?:~|$)/.exec(key)?.[1];

/**
 * Scores entries with a subcode: `meta/graph/190.463` needs its subcode, next to the code or as the code itself.
 *
 * @param isContested See `isContested`.
 */
export function scoreSubcode(key: string, code: string, subcode: string | null, isContested = false): number {
  const own = getSubcode(key);
  if (!own) return 0;
  if (own === subcode) return 5;
  return own !== code ? -3 : isContested ? 0 : 5;
}

/** Returns true if a number is a subcode of one provider and a code of another: `463` is Graph's or WhatsApp Web's. */
export function isContested(code: string, keys: readonly string[]): boolean {
  const getProviders = (wanted: boolean) =>
    new Set(keys.flatMap((key) => ((getSubcode(key) === code) === wanted ? key.split('/', 1) : [])));
  const subcodes = getProviders(true);
  const codes = getProviders(false);
  return subcodes.size > 0 && codes.size > 0 && ![...codes].some((provider) => subcodes.has(provider ?? ''));
}
