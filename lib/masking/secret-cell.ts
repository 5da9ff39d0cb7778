import { classifyKey, isAboutSecret, isSureSecret } from './key-vocabulary.ts';
import { looksLikeSecret } from './secret-shape.ts';
import { isStatement } from './statement.ts';

/** JSON, or `[object Object]`. */
export const OBJECT = /^[[{].*[\]}]$/s;

/** Returns true if a cell is the secret that its header names. A plain word counts only if the header is more specific than `token`. */
export function isSecretCell(
  heading: string,
  value: string,
  isInQuotes = false,
): boolean {
  const isSure = isSureSecret(heading);

  // `{"name":"Signature","value":"…"}` is `{"Signature":"…"}`.
  if (isInQuotes && (isSure || classifyKey(heading)?.certainty === 'sure'))
    return value.length > 3 && !isStatement(value, true) && !OBJECT.test(value);

  if (/\s/.test(value) || isStatement(value)) return false;
  if (looksLikeSecret(value)) return true;

  const isWord = value.length > 4 && /^\p{L}[\p{L}-]+$/u.test(value);

  return isWord && isSure && !isAboutSecret(value);
}
