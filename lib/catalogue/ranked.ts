import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';

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
  score: number;
}

/** Every meaning of a code, best first. */
export function rankedMeanings(code: string, catalogue: Catalogue, place: Place = {}): readonly Ranked[] {
  const score = placeScore(catalogue, place);
  return catalogue
    .meaningsOf(code)
    .map((entry) => ({ entry, score: score(entry) }))
    .sort((a, b) => b.score - a.score);
}

/** How well an entry fits a place, whatever its code. */
export function placeScore(_catalogue: Catalogue, place: Place): (entry: Entry) => number {
  return (entry) => (entry.provider === place.provider ? 1 : 0);
}
