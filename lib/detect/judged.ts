import type { Evidence } from './hit.ts';
import type { Scene } from './scene.ts';
import type { Found } from './score.ts';

/** A candidate on its way to a hit. */
export interface Judged {
  scene: Scene;
  found: readonly Found[];
  /** Log-odds so far. */
  sum: number;
  /** The evidence for it has been looked for. */
  looked: boolean;
  /** The evidence against has been looked for. */
  weighed: boolean;
  /** What was said of it alone. */
  verdict: Verdict | null;
}

/** What is to be said of a candidate alone; no evidence where what stands beside it does not make it a hit: it is left to its company. */
export interface Verdict {
  readonly found: readonly Found[] | null;
  readonly sum: number;
  readonly weighed: boolean;
  /** The same evidence, strongest first. */
  readonly evidence: readonly Evidence[];
  readonly strength: number;
}

/** What codes that keep company say for each other. */
export interface Vouching {
  judged: readonly Judged[];
  /** Needs no help. */
  accepted(one: Judged): boolean;
  /** Adds evidence of company; the strongest counts. */
  add(one: Judged, rule: string, weight: number, text: string): void;
  /** A rare number says whose code it is, and with that whose its small neighbour is. */
  tie(sure: Judged, one: Judged): void;
}
