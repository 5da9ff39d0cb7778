import type { Span } from '../core/spans.ts';
import { splitLines } from '../structure/lines.ts';
import { MAX_HEADING_CHARS } from '../structure/text-tables.ts';
import { isSecretCell, isStatement } from './key-values.ts';
import { classifyKey, isNameOfPerson } from './key-vocabulary.ts';
import type { MaskedKind } from './masked.ts';
import { looksRandom } from './secret-shape.ts';

const MAX_LABELLED_CHARS = 400;
const FULL_NAME = /^\s*\p{Lu}[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){0,3} \p{Lu}[\p{L}\p{M}.'’-]+\s*$/u;
const CASELESS_NAME = /^[\p{Lo}\p{M}]{2,20}(?: [\p{Lo}\p{M}]{2,20}){1,3}$/u;
const isFullName = (text: string): boolean => FULL_NAME.test(text) && isNameOfPerson(text.trim());

/** Returns the kind of a value on the line below its label, as pages print it. */
function classifyLabelled(label: string, line: string): MaskedKind | null {
  if (
    label.length > MAX_HEADING_CHARS ||
    line.length > MAX_LABELLED_CHARS ||
    !/^[ \p{L}\p{M}_-]+:?\r?$/u.test(label)
  )
    return null;
  const named = classifyKey(label);
  if (!named || named.orName || (named.kind === 'token' && named.certainty !== 'sure')) return null;
  const value = line.trim();
  if (named.kind === 'token')
    return looksRandom(value) ||
      ((/:\r?$/.test(label) ? /[\d-]/ : /\d/).test(value) &&
        !/["'{}<>]/.test(value) &&
        isSecretCell('password', value))
      ? 'token'
      : null;
  const isName =
    isFullName(line) || (named.certainty === 'sure' && CASELESS_NAME.test(value) && !isStatement(value));
  return named.kind === 'name' && isName && !classifyKey(line) ? 'name' : null;
}

/** Finds private values in the line below their label. */
export function* findLabelledLines(text: string): Generator<Span & { masked: MaskedKind }> {
  let above = '';
  let start = 0;
  for (const line of splitLines(text)) {
    const masked = classifyLabelled(above, line);
    if (masked) yield { start, end: start + line.length, masked };
    above = line;
    start += line.length + 1;
  }
}
