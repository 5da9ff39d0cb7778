import { registryOf } from '../catalogue/key.ts';
import type { Meaning } from './code-index.ts';
import { areOf } from './kin.ts';
import { recalled } from './recall.ts';
import type { Scene } from './scene.ts';
import { matchTitle } from './title.ts';

/** Where nothing else decides: the registries that people meet most. */
const COMMON: Readonly<Record<string, number>> = {
  'meta/cloud': 1,
  'meta/graph': 0.9,
  'meta/management': 0.7,
  'meta/groups': 0.6,
  'meta/calling': 0.5,
  'meta/flows': 0.5,
  'meta/webhook': 0.4,
  'meta/onprem': 0.6,
  twilio: 0.5,
};
const GRAPH_FORM =
  /OAuthException|fbtrace_?id|error_subcode|messaging_product|GraphMethodException|graph\.facebook/i;
const ONPREM_FORM =
  /whatsapp\/api\/errors|api_status|gB[EG]G|\/v1\/(?:messages|contacts|media|users|groups|account)|coreapp|waweb|on-premises|Business API client/i;

/**
 * The meanings of a code, likeliest first: what the reader has set, then whose console it is, words that only one
 * provider prints, the title beside the code, and the shape of the payload.
 */
export function rankMeanings(scene: Scene, subcode: string | null): Ranking {
  if (scene.meanings.length === 0) return NONE;
  // A subcode may stand anywhere in the payload.
  if (subcode !== null) return ranked(scene, subcode);
  return recalled(scene, 'meanings', rankedAlone, KEEPING);
}

type Ranking = readonly (Meaning & { score: number })[];

const NONE: Ranking = [];
/** Nothing of the text is in it. */
const KEEPING = { keep: (ranking: Ranking) => ranking, quote: (ranking: Ranking) => ranking };

const rankedAlone = (scene: Scene) => ranked(scene, null);

function isParenthesised(scene: Scene): boolean {
  const { start, reading } = scene;
  const before = reading.text.charCodeAt(start - 1);
  // A tag or a label may stand between.
  return (before === 0x23 || before === 0x3e || start <= 4) && /\(#$/.test(scene.left);
}

function ranked(scene: Scene, subcode: string | null): Ranking {
  const { meanings, reading, start, end } = scene;
  const [from, to] = [start - 500, end + 500];
  const isMetas = areOf(meanings, 'meta');
  const graph = isMetas && (isParenthesised(scene) || reading.shows(GRAPH_FORM, from, to));
  const onprem = isMetas && !graph && reading.shows(ONPREM_FORM, from, to);
  return meanings
    .map((meaning) => {
      const { provider, api } = meaning;
      const registry = registryOf(meaning);
      let score = COMMON[registry] ?? COMMON[provider] ?? 0;
      if (reading.context.provider === provider) score += 12;
      score += consoleScore(scene, provider, registry);
      if (provider !== 'meta' && reading.isNamed(provider, start)) score += 4;
      const title = matchTitle(meaning, scene);
      score += Math.max(title.beside * 5, title.near >= 0.5 ? title.near * 3.5 : 0);
      if (graph && provider === 'meta' && api !== 'onprem') score += 4;
      if (onprem && registry === 'meta/onprem') score += 4;
      if (registry === 'meta/onprem' && scene.owner === 'errors' && !graph) score += 1.5;
      if (provider === 'meta' && reading.isNamed(provider, start)) score += 1;
      score += registryScore(scene, registry);
      score += subcodeScore(meaning, scene, subcode);
      return { ...meaning, score };
    })
    .sort((a, b) => b.score - a.score);
}

function consoleScore({ reading: { console: place } }: Scene, provider: string, registry: string): number {
  if (!place) return 0;
  const at = place.codesOf.findIndex((of) => of === registry || of === provider);
  return at < 0 ? 0 : at === 0 ? 6 : Math.max(3, 5 - at * 0.5);
}

/** Registries of one vendor, told apart by the name of the object or the key. */
function registryScore(scene: Scene, registry: string): number {
  const kind = /[/-]status$/.test(registry) ? /status/i : /\/error-|-error$/.test(registry) ? /error/i : null;
  return kind?.test(`${scene.owner} ${scene.key}`) ? 2 : 0;
}

function subcodeScore(meaning: Meaning, scene: Scene, subcode: string | null): number {
  const own = /\.(\d+)(?:~|$)/.exec(meaning.key)?.[1];
  if (!own) return 0;
  // The candidate may itself be the subcode.
  if (own === subcode || own === scene.code) return 5;
  return -3;
}
