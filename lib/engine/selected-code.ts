import type { CodeIndex, Meaning } from '../detect/code-index.ts';
import { isConfident } from '../detect/detect.ts';
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
export function findSelectedCodes(text: string, context: TextContext, engine: Detector): readonly Hit[] {
  const hits = engine.detect(text, context);
  const unsure = hits.filter((hit) => !isConfident(hit)).sort((a, b) => b.confidence - a.confidence);
  const found = [...hits.filter(isConfident), ...unsure];
  const known = found.filter(({ meanings }) => meanings.length > 0);
  if (known.length > 0) return known;
  const codes: Hit[] = [];
  const whole = trimCode(text);
  for (const word of [whole, ...(whole.match(TOKEN) ?? []).slice(0, MAX_TOKENS)]) {
    const isWhole = word === whole;
    if (!isWhole && !/^\d{5,7}$/.test(word) && !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(word)) continue;
    const meanings = engine.index.meaningsOf(word);
    if (meanings.length === 0 || codes.some(({ code }) => code === word)) continue;
    codes.push(createHit(word, text, rankSelected(word, meanings, engine, context), isWhole ? 0.9 : 0.7));
  }
  if (codes.length > 0) return codes;
  // The selection is only a number, whose range may be known.
  return found.length === 0 && /^-?\d{3,7}$/.test(whole)
    ? [createHit(whole, text, [], 0.5)]
    : found.slice(0, 1);
}

function createHit(code: string, text: string, meanings: Hit['meanings'], confidence: number): Hit {
  const start = text.indexOf(code);
  const evidence = [{ kind: 'asked', weight: 1, text: code }] as const;
  return { start, end: start + code.length, code, subcode: null, meanings, confidence, evidence };
}

/** Trims punctuation around a code: `(#131047)`, `"131047",`. */
function trimCode(text: string): string {
  return text.trim().replace(/^[\s#("'`:[{]+|(?<![\s)"'`,.;:\]}])[\s)"'`,.;:\]}]+$/g, '');
}

/** Ranks the meanings with the engine, in a text that can only be an error. */
function rankSelected(
  code: string,
  meanings: readonly Meaning[],
  engine: Detector,
  context: TextContext,
): Hit['meanings'] {
  const [hit] = engine.detect(`Error code: ${code}`, context);
  if (hit?.code === code) return hit.meanings;
  return meanings.map((meaning) => ({ ...meaning, score: 0.5 }));
}
