import { getRegistryId } from '../core/entry-key.ts';
import type { CodeIndex } from './code-index.ts';

/** One list of one provider: of a meaning, or of an entry. */
interface RegistryName {
  provider: string;
  api: string;
  /** Of the meaning itself, where one is asked about. */
  key?: string;
}

/** Where a code stands, before a word beside it is read. */
export interface PageOrigin {
  /** Provider that the reader has set. */
  provider?: string | undefined;
  console?: Pick<CodeIndex['consoles'][number], 'codesOf'> | undefined;
}

/** Where nothing else decides: the registries that people meet most. */
const COMMON_REGISTRY_SCORES: Readonly<Record<string, number>> = {
  'meta/cloud': 1,
  'meta/graph': 0.9,
  'meta/management': 0.7,
  'meta/groups': 0.6,
  'meta/calling': 0.5,
  'meta/flows': 0.5,
  'meta/webhook': 0.4,
  'meta/onprem': 0.6,
  // On an early list only; to all the world it is an HTTP status.
  'meta/onprem/401': -1,
  twilio: 0.5,
  // Named `WhatsApp` like Meta's own.
  'whatsapp-web': 0.5,
};
/** What the reader has set outweighs whose console it is with any one kind of evidence. */
export const USER_CHOICE_BONUS = 12;

/** What a registry scores by its place alone: about 1 for habit, up to 6 for the console's own codes, 12 for the reader's word. */
export function getPrior(registry: RegistryName, { provider, console: place }: PageOrigin): number {
  const name = getRegistryId(registry);
  const habit =
    COMMON_REGISTRY_SCORES[registry.key ?? ''] ??
    COMMON_REGISTRY_SCORES[name] ??
    COMMON_REGISTRY_SCORES[registry.provider] ??
    0;
  return (
    habit + (provider === registry.provider ? USER_CHOICE_BONUS : 0) + scoreConsole(name, registry, place)
  );
}

function scoreConsole(name: string, { provider }: RegistryName, place: PageOrigin['console']): number {
  const at = place ? place.codesOf.findIndex((of) => of === name || of === provider) : -1;
  return at < 0 ? 0 : at === 0 ? 6 : Math.max(3, 5 - at * 0.5);
}

const ownSubcode = (key: string) => /\.(\d+)(?:~|$)/.exec(key)?.[1];

/**
 * `meta/graph/190.463` is meant by its subcode and by nothing else: beside it, or as the code itself.
 *
 * @param isContested As `isContested` tells it.
 */
export function scoreSubcode(key: string, code: string, subcode: string | null, isContested = false): number {
  const own = ownSubcode(key);
  if (!own) return 0;
  if (own === subcode) return 5;
  return own !== code ? -3 : isContested ? 0 : 5;
}

/** A number that is a subcode of one provider and a code of another: `463` alone is Graph's or WhatsApp Web's. */
export function isContested(code: string, keys: readonly string[]): boolean {
  const providers = (wanted: boolean) =>
    new Set(keys.flatMap((key) => ((ownSubcode(key) === code) === wanted ? key.split('/', 1) : [])));
  const subcodes = providers(true);
  const codes = providers(false);
  return subcodes.size > 0 && codes.size > 0 && ![...codes].some((provider) => subcodes.has(provider ?? ''));
}
