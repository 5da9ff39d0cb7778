import type { Entry } from '../../data/schema.ts';
import { type CodeIndex, indexData, type Meaning, openIndex } from '../detect/code-index.ts';
import { formOf } from '../detect/form.ts';
import type { TextContext } from '../detect/hit.ts';
import { lexiconOf } from '../detect/lexicon.ts';
import { sceneOf } from '../detect/place.ts';
import { rankMeanings } from '../detect/rank.ts';
import { readingOf } from '../detect/reading.ts';
import { stemPlaces } from '../detect/stems.ts';
import type { Catalogue } from './catalogue.ts';
import { registryOf } from './key.ts';

/** What is known of the place that a code or a query comes from. */
export interface Place {
  host?: string | undefined;
  path?: string | undefined;
  /** Provider that the user set. */
  provider?: string | undefined;
  /** Text around the code. */
  nearby?: string | undefined;
}

export interface Ranked {
  entry: Entry;
  /** Of the engine's ranking: about 1 for a habit, 4 and more for evidence, 12 for the user's own word. */
  score: number;
}

/** Every meaning of a code, best first, by the ranking of the engine. */
export function rankedMeanings(code: string, catalogue: Catalogue, place: Place = {}): readonly Ranked[] {
  const meanings = indexOf(catalogue).meaningsOf(code);
  return rank(code, meanings, catalogue, place).flatMap(({ key, score }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [{ entry, score }] : [];
  });
}

/** How well an entry fits a place, whatever its code: the same scale as `Ranked.score`. */
export function placeScore(catalogue: Catalogue, { host, path, provider }: Place): (entry: Entry) => number {
  const known = placeScores.get(catalogue);
  if (known && known.host === host && known.path === path && known.provider === provider) return known.of;
  const ranked = rank('', registriesOf(catalogue), catalogue, { host, path, provider });
  const scores = new Map(ranked.map((registry) => [registryOf(registry), registry.score]));
  const of = (entry: Entry) => scores.get(registryOf(entry)) ?? 0;
  placeScores.set(catalogue, { host, path, provider, of });
  return of;
}

/** Of the last place: while one types, it stays the same. */
const placeScores = new WeakMap<Catalogue, Omit<Place, 'nearby'> & { of(entry: Entry): number }>();

function rank(
  code: string,
  meanings: readonly Meaning[],
  catalogue: Catalogue,
  { nearby = '', ...place }: Place,
) {
  const at = code === '' ? -1 : nearby.indexOf(code);
  const [text, start] = at < 0 ? [code, 0] : [nearby, at];
  const context: TextContext = {
    ...(place.host && { host: place.host }),
    ...(place.path && { path: place.path }),
    ...(place.provider && { provider: place.provider }),
    ...(at < 0 && nearby !== '' && { nearby }),
  };
  const reading = readingOf(text, context, lexiconOf(indexOf(catalogue)), stemPlaces(text));
  const kind = /^-?\d+$/.test(code) ? 'number' : 'symbol';
  const form = formOf({ code, kind, meanings });
  return rankMeanings(
    sceneOf({ start, end: start + code.length, code, kind, meanings, form }, reading),
    null,
  );
}

const indexes = new WeakMap<Catalogue, CodeIndex>();

/** The engine's index of a catalogue, made once. */
export function indexOf(catalogue: Catalogue): CodeIndex {
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = openIndex(indexData(catalogue));
  indexes.set(catalogue, index);
  return index;
}

const registries = new WeakMap<Catalogue, readonly Meaning[]>();

/** One meaning for each registry, to ask the ranking about the registry itself. */
function registriesOf(catalogue: Catalogue): readonly Meaning[] {
  const known = registries.get(catalogue);
  if (known) return known;
  const found = new Map<string, Meaning>();
  for (const { provider, api } of catalogue.entries) {
    const key = `${registryOf({ provider, api })}/`;
    if (!found.has(key)) {
      found.set(key, { key, provider, api, code: '', title: '', mark: 'you', state: false, success: false });
    }
  }
  registries.set(catalogue, [...found.values()]);
  return [...found.values()];
}
