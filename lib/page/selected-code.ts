import type { CodeIndex, Meaning } from '../detect/code-index.ts';
import { isStrong } from '../detect/detect.ts';
import type { Hit, TextContext } from '../detect/hit.ts';

const TOKEN = /[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*/g;
const MAX_TOKENS = 200;

export interface Detector {
  readonly index: CodeIndex;
  /** Returns every hit, strong or weak. */
  detect(text: string, context: TextContext): readonly Hit[];
}

/**
 * Returns the codes that the user means by a selection: the engine's strong hits in order, else the only known code,
 * else long codes. Returns `[]` if there are neither, nor a single number.
 */
export function selectedCodes(text: string, context: TextContext, engine: Detector): readonly Hit[] {
  const hits = engine.detect(text, context);
  const unsure = hits.filter((hit) => !isStrong(hit)).sort((a, b) => b.strength - a.strength);
  const found = [...hits.filter(isStrong), ...unsure];
  const known = found.filter(({ meanings }) => meanings.length > 0);
  if (known.length > 0) return known;
  const codes: Hit[] = [];
  const whole = trimmed(text);
  for (const word of [whole, ...(whole.match(TOKEN) ?? []).slice(0, MAX_TOKENS)]) {
    const isWhole = word === whole;
    if (!isWhole && !/^\d{5,7}$/.test(word) && !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(word)) continue;
    const meanings = engine.index.meaningsOf(word);
    if (meanings.length === 0 || codes.some(({ code }) => code === word)) continue;
    codes.push(hitOn(word, text, ranked(word, meanings, engine, context), isWhole ? 0.9 : 0.7));
  }
  if (codes.length > 0) return codes;
  // The selection is only a number, whose range may be known.
  return found.length === 0 && /^-?\d{3,7}$/.test(whole) ? [hitOn(whole, text, [], 0.5)] : found.slice(0, 1);
}

function hitOn(code: string, text: string, meanings: Hit['meanings'], strength: number): Hit {
  const start = text.indexOf(code);
  const evidence = [{ kind: 'asked', weight: 1, text: code }] as const;
  return { start, end: start + code.length, code, subcode: null, meanings, strength, evidence };
}

/** Trims punctuation around a code: `(#131047)`, `"131047",`. */
function trimmed(text: string): string {
  return text.trim().replace(/^[\s#("'`:[{]+|(?<![\s)"'`,.;:\]}])[\s)"'`,.;:\]}]+$/g, '');
}

/** Ranks the meanings with the engine, in a text that can only be an error. */
function ranked(
  code: string,
  meanings: readonly Meaning[],
  engine: Detector,
  context: TextContext,
): Hit['meanings'] {
  const [hit] = engine.detect(`Error code: ${code}`, context);
  if (hit?.code === code && hit.meanings.length > 0) return hit.meanings;
  return meanings.map((meaning) => ({ ...meaning, score: 0.5 }));
}
