import { registryOf } from '../catalogue/key.ts';
import type { Meaning } from './code-index.ts';
import { areOf } from './kin.ts';
import { payloadAround, payloadScore } from './payload.ts';
import { priorOf, subcodeScore } from './prior.ts';
import { recalled } from './recall.ts';
import type { Scene } from './scene.ts';
import { matchTitle } from './title.ts';

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
  const { meanings, reading, start } = scene;
  const { context, console: place } = reading;
  const payload = areOf(meanings, 'meta')
    ? payloadAround(scene, isParenthesised(scene), reading.shows)
    : null;
  const isMetas = areOf(meanings, 'meta') && reading.isNamed('meta', start);
  return meanings
    .map((meaning) => {
      const { provider } = meaning;
      const registry = registryOf(meaning);
      let score = priorOf(meaning, { provider: context.provider, console: place });
      const isNamed = reading.isNamed(provider, start);
      if (provider !== 'meta' && isNamed) score += 4;
      const title = matchTitle(meaning, scene);
      // Words of a sentence are soon those of some title: of one that is not named, where Meta is, they say less.
      const near = isNamed || !isMetas || title.near < 0.5 ? title.near : title.near / 2;
      score += Math.max(title.beside * 5, title.near >= 0.5 ? near * 3.5 : 0);
      score += payloadScore(meaning, payload);
      if (registry === 'meta/onprem' && scene.owner === 'errors' && payload !== 'graph') score += 0.9;
      if (provider === 'meta' && isNamed) score += 1;
      score += registryScore(scene, registry);
      if (registry === 'messagebird/rest' && isMessageBirds(scene)) score += 3;
      score += subcodeScore(meaning.key, scene.code, subcode);
      return { ...meaning, score };
    })
    .sort((a, b) => b.score - a.score);
}

const DESCRIPTION = /\bdescription["'\\]{1,4}\s{0,4}[:=]/;
const PARAMETER = /\bparameter["'\\]{1,4}\s{0,4}[:=]/;
/** So long is an element of such a list. */
const ELEMENT = 240;

/** `"errors":[{"code":9,"description":"…","parameter":"recipients"}]`: MessageBird's REST API prints no name of its own. */
function isMessageBirds({ owner, start, end, reading }: Scene): boolean {
  if (owner !== 'errors') return false;
  const [from, to] = [start - ELEMENT, end + ELEMENT];
  return reading.shows(DESCRIPTION, from, to) && reading.shows(PARAMETER, from, to);
}

/** Registries of one vendor, told apart by the name of the object or the key. It says nothing of the vendor: all have an `error`. */
function registryScore({ owner, key }: Scene, registry: string): number {
  const name = `${owner} ${key}`;
  const kind = /[/-]status$/.test(registry) ? 'status' : /\/error-|-error$/.test(registry) ? 'error' : null;
  if (kind === null) return 0;
  const [own, other] = kind === 'status' ? [/status/i, /error/i] : [/error/i, /status/i];
  return other.test(name) && !own.test(name) ? -2 : 0;
}
