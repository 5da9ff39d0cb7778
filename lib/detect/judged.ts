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
}
