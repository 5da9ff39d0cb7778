import type { Scene } from './scene.ts';
import type { Verdict } from './verdict.ts';

/** A candidate on its way to a hit. */
export interface Judged {
  scene: Scene;
  verdict: Verdict;
}

/** What codes that keep company say for each other. */
export interface Vouching {
  judged: readonly Judged[];
  /** Those that needed help at first, in text order. */
  open: readonly Judged[];
  /** Needs no help. */
  accepted(one: Judged): boolean;
  /** Adds evidence of company; the strongest counts. */
  add(one: Judged, rule: string, weight: number, text: string): void;
  /** A rare number says whose code it is, and with that whose its small neighbour is. */
  tie(sure: Judged, one: Judged): void;
  /** Takes a rule's evidence away. */
  drop(one: Judged, rule: string): void;
}
