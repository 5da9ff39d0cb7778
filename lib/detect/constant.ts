import type { Scene } from './scene.ts';
import { lastOf } from './words/letters.ts';
import { cue } from './words/pattern.ts';
import { REJECTED } from './words/reason.ts';

const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const REJECTION = cue(REJECTED);
/** What any API has a constant for. */
const ORDINARY =
  /^(?:INVALID|MISSING|INTERNAL|UNKNOWN|UNSUPPORTED|RECIPIENT|ACCOUNT|CONTENT|PARAM|MEDIA|MAX|MIN|NO)_/;

/** Capitals of several parts: `TAG_CONTENT_MISMATCH`. Nobody writes a state so in a sentence. */
export function isConstant({ kind, code }: Pick<Scene, 'kind' | 'code'>): boolean {
  return kind === 'symbol' && CONSTANT.test(code);
}

/** Of three parts and no state: a name that no other system is likely to have. */
export function isOwnName({ code, meanings }: Pick<Scene, 'code' | 'meanings'>): boolean {
  return (
    meanings.every(({ state, success }) => !state && !success) && /_.*_/.test(code) && !ORDINARY.test(code)
  );
}

/** Four parts, or a provider's own beginning: `OUTSIDE_ALLOWED_SENDING_WINDOW`, `EC_INVALID_TEMPLATE`, `REJECTED_FLOODING_FILTER`. It says itself whose it is. */
export function isRareName(scene: Pick<Scene, 'code' | 'meanings'>): boolean {
  return isOwnName(scene) && /^(?:EC|REJECTED)_|_.*_.*_/.test(scene.code);
}

/** Something was rejected: said in the same line, in the key, in the heading or in the label. */
export function rejectionNear({ lineLeft, key, header, label }: Scene): string | null {
  const places = [lastOf(lineLeft, 70), (key ?? '').replace(/_/g, ' '), header ?? '', label ?? ''];
  for (const place of places) {
    const word = REJECTION.in(place)?.word;
    if (word) return word;
  }
  return null;
}
