import type { Silence } from '../detect/silence.ts';

/** A code that a page holds and Errata does not underline. */
export interface QuietCode {
  /** `perhaps`: too little speaks for it. `attribute`: it stands in a tooltip or label, where nothing can be underlined. */
  why: 'perhaps' | 'attribute';
  code: string;
  /** Key of the first-ranked meaning, or null for a code that the catalogue does not know. */
  key: string | null;
  /** How many alike there are in this frame. */
  count: number;
  strength: number;
  /** The text around the first of them: what stands before the code, the code as written, what follows. */
  around: readonly [string, string, string];
  /** Its place in this frame, for `reveal`. */
  place: number;
}

export interface QuietCodes {
  codes: readonly QuietCode[];
  /** Time or room ran out: there may be more. */
  partial: boolean;
}

/** `globalThis.errataQuiet`, left by `quiet.js` when a popup asks. */
export interface QuietApi {
  /** Reads the frame, in slices; what was found before is forgotten. */
  find(about: { provider: string | null; silenced: readonly Silence[] }): Promise<QuietCodes>;
  /** Scrolls to a code that was found; false where it has left the page. */
  reveal(place: number): boolean;
}

declare global {
  var errataQuiet: QuietApi | undefined;
}
