import type { Catalogue } from '../catalogue/catalogue.ts';
import { getCodeIndex } from '../catalogue/get-code-index.ts';
import { rankEntries } from '../catalogue/rank-meanings.ts';
import { getQueryVocabulary } from '../catalogue/search-query.ts';
import { foldText } from '../catalogue/tokenize.ts';
import { toAsciiDigits } from '../core/digits.ts';
import { detect, isConfident } from '../detect/detect.ts';
import type { Hit } from '../detect/hit.ts';
import { dropForeign } from '../detect/rank.ts';

/** A code in a cell, with the engine's ranking of its meanings if the cell has more text. */
export type CellCode = Pick<Hit, 'code' | 'subcode'> & Partial<Pick<Hit, 'meanings'>>;

/** A cell that is only a code, with what spreadsheets and scripts add: `="131026"`, `'131026`, `131026.0`, `(#131026)`. */
const ONLY_CODE = /^[\s'"=(#[]*(-?\d{1,7}|[A-Za-z][\w.]*)(?:[.,]0+)?[\s'")\]]*$/;
/** A number as a spreadsheet shows it: `131,026`, `1.31026E+05`. */
const FORMATTED_NUMBER = /^\d{1,3}(?:[.,\s]\d{3})+$|^\d[.,]\d{1,6}E\+?\d{1,2}$/i;
/** A code before its title, and the Graph API's own notation: `131026 - Message undeliverable`, `(#100) Invalid parameter`. */
const CODE_IN_TEXT = /^\W{0,3}(\d{5,7})(?!\w|[.,/-]+\d)|\(#(\d{1,7})\)/;

/**
 * Creates a function that finds the code of a cell. Returns null for a cell without a code. A column that is not named
 * after codes (`isNamed`) also has other numbers and words.
 */
export function createCodeReader(catalogue: Catalogue) {
  const index = getCodeIndex(catalogue);
  const isKnown = (code: string) => catalogue.meaningsOf(code).length > 0;
  const isListed = (code: string, provider: string) =>
    dropForeign(code, rankEntries(code, catalogue, { provider })).length > 0;

  return (cell: string, header: string, isNamed: boolean, provider?: string): CellCode | null => {
    const text = toAsciiDigits(cell).trim();
    if (isNamed && provider && /\D/.test(text) && isListed(text, provider))
      return { code: text, subcode: null };
    const only = ONLY_CODE.exec(text)?.[1] ?? readFormattedNumber(text);
    if (only !== undefined) {
      if (/^-?0*$/.test(only)) return null;
      const isNumber = /^-?\d+$/.test(only);
      const isCode = isNumber ? isNamed || only.length >= 5 : /[^a-z]/.test(only);
      return isCode && (isKnown(only) || (isNamed && isNumber)) ? { code: only, subcode: null } : null;
    }
    if (!/\d|_/.test(text)) return null;
    const [, before, marked] = CODE_IN_TEXT.exec(text) ?? [];
    const code = before ?? marked;
    if (code !== undefined && isKnown(code)) return { code, subcode: null };
    const context = { header, asked: isNamed, ...(provider && { provider }) };
    const hits = detect(text, index, context).filter(
      (hit) => isConfident(hit) && (isNamed || isUnmistakable(hit, text)),
    );
    return hits.find(({ meanings }) => meanings.length > 0) ?? hits[0] ?? null;
  };
}

/** In a text, a short number counts only if the text itself speaks of an error. */
const isUnmistakable = ({ code, meanings }: Hit, text: string) =>
  meanings.length > 0 && (/\d{5}|_/.test(code) || /cod|err|fail/i.test(text));

function readFormattedNumber(text: string): string | undefined {
  if (!FORMATTED_NUMBER.test(text)) return undefined;
  return /e/i.test(text) ? String(Number(text.replace(',', '.'))) : text.replace(/\D/g, '');
}

/** A longer cell is a sentence, which may name a provider by chance. */
const MAX_PROVIDER_UNITS = 30;

/** Creates a function that returns the id of the provider that a cell names, or null. */
export function createProviderFinder(catalogue: Catalogue): (cell: string) => string | null {
  const { providers } = getQueryVocabulary(catalogue);
  return (cell) => {
    if (cell === '' || cell.length > MAX_PROVIDER_UNITS) return null;
    const text = ` ${foldText(cell)} `;
    const named =
      providers.find(({ word }) => text === ` ${word} `) ??
      providers.find(({ word }) => text.includes(` ${word} `));
    return named?.id ?? (/\b(?:facebook|cloud api)\b/.test(text) ? 'meta' : null);
  };
}
