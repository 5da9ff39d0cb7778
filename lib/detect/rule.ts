import type { Fact } from './facts.ts';
import type { Scene } from './scene.ts';

/**
 * What a piece of evidence speaks of. Of one family the strongest counts; families add up. So a label and a key, which
 * say the same, do not count twice, but a label and the code's own title do. What was learnt is one piece
 * of evidence and counts whole.
 */
export type Family = 'place' | 'wording' | 'payload' | 'topic' | 'company' | 'learnt' | 'against';

/** One printed shape, or one family of cues. Rules find, the score decides. */
export interface Rule {
  id: string;
  family: Family;
  /** How much it counts, in log-odds; below 0 it speaks against an error code. */
  weight: number;
  /** What has to be there for the rule to hold anywhere; it is not asked where one of these is missing. */
  needs?: readonly Fact[];
  /**
   * The words that count, as they stand in the text, or null where the rule does not hold. Quote no figure but the code, where words are
   * enough: what was found is not remembered where a figure in it may be another the next time, and a log of such lines is slow.
   */
  find(scene: Scene): string | null;
}

/** Lines with the code between ‹ ›: `yes` where the rule holds for it, `no` where it holds for no candidate. */
export interface Examples {
  yes: readonly string[];
  no: readonly string[];
  /** Where the lines are taken to stand, for rules that ask. */
  host?: string;
  nearby?: string;
  header?: string;
  label?: string;
  asked?: boolean;
}
