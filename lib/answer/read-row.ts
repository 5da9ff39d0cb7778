import type { Catalogue } from '../catalogue/catalogue.ts';
import { getCodeIndex } from '../catalogue/get-code-index.ts';
import { getPageOrigin, rankEntries } from '../catalogue/rank-entries.ts';
import { getQueryVocabulary } from '../catalogue/search/search-query.ts';
import { foldText } from '../catalogue/search/tokenize.ts';
import { toAsciiDigits } from '../core/digits.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { detect, isConfident } from '../detect/detect.ts';
import type { Hit } from '../detect/hit.ts';
import { dropForeign } from '../detect/rank-meanings.ts';
import { createKindMemory } from '../detect/shapes/kind-key.ts';
import { readWholeNumber } from '../structure/number-notation.ts';
import type { CodeQuestion } from './explain/explain.ts';
import { findFailures } from './explain/find-failures.ts';
import { unescapePaste } from './paste/unescape.ts';
import { getWordingIndex } from './paste/wording-index.ts';

/** A cell that may have the code. A column that is not named after codes (`isNamed`) also has other numbers and words. */
export interface CodeCell {
  text: string;
  header: string;
  isNamed: boolean;
}

export interface Row {
  /** Best first: a row without a code in the first is read in the next. */
  cells: readonly CodeCell[];
  subcode: string;
  provider: string | undefined;
  /** More about the failure, in the sender's words. */
  details: readonly string[];
}

type FoundCode = Pick<CodeQuestion, 'code' | 'subcode' | 'meanings'> & {
  isWording?: boolean;
};

/** A cell that is only a code, with what spreadsheets and scripts add: `="131026"`, `'131026`, `131026.0`, `(#131026)`. */
const ONLY_CODE =
  /^[\s'"=(#[]*(-?\d{1,7}|[A-Za-z][\w.]*)(?:[.,]0+)?[\s'")\]]*$/;
/** A code before its title, and the Graph API's own notation: `131026 - Message undeliverable`, `(#100) Invalid parameter`. */
const CODE_IN_TEXT = /^\W{0,3}(\d{5,7})(?!\w|[.,/-]+\d)|\(#(\d{1,7})\)/;
const MAX_PROVIDER_UNITS = 30;
const MAX_CACHED_CELLS = 5_000;

/** Most cells are only a code, which needs no engine. The words of the others are not searched. */
export function createRowReader(catalogue: Catalogue) {
  const index = getCodeIndex(catalogue);
  const { providers } = getQueryVocabulary(catalogue);

  const isKnown = (code: string, provider = '') =>
    catalogue.meaningsOf(code).length > 0 ||
    catalogue.numbered(code, provider).length > 0;

  const isListed = (code: string, provider: string) =>
    dropForeign(code, rankEntries(code, catalogue, { provider })).length > 0;

  const cache = new Map<string, FoundCode | null>();

  const rememberFailure = createKindMemory<Hit | null>(
    index,
    MAX_CACHED_CELLS,
    (hit) => (hit ? [hit.code] : []),
  );

  function readCell(cell: CodeCell, provider?: string): FoundCode | null {
    if (cache.size > MAX_CACHED_CELLS) cache.clear();
    const key = [cell.text, cell.header, cell.isNamed, provider].join('\n');
    return getOrInsert(cache, key, () => findCode(cell, provider));
  }

  function findCode(
    { text: cell, header, isNamed }: CodeCell,
    provider?: string,
  ): FoundCode | null {
    const text = toAsciiDigits(cell).trim();
    if (isNamed && provider && /\D/.test(text) && isListed(text, provider))
      return { code: text };

    const only = ONLY_CODE.exec(text)?.[1] ?? readWholeNumber(text);
    if (only !== null) return isOnlyCode(only, isNamed) ? { code: only } : null;

    return findInText(text, header, isNamed, provider);
  }

  /** Finds a code with other words around it, or the wording of one below a header of codes. */
  function findInText(
    text: string,
    header: string,
    isNamed: boolean,
    provider?: string,
  ): FoundCode | null {
    if (!(isNamed ? /\S/ : /\d|_/).test(text)) return null;

    const [, before, marked] = CODE_IN_TEXT.exec(text) ?? [];
    const code = before ?? marked;

    if (code !== undefined && catalogue.meaningsOf(code).length > 0)
      return { code };

    const read = unescapePaste(text);

    const failure = rememberFailure(
      read,
      [header, isNamed, provider],
      () => findFailure(read, header, isNamed, provider) ?? null,
    );

    return failure ?? (isNamed ? findWording(read, provider) : null);
  }

  /** Returns true if a cell that is only a number or a word has a code: below a header of codes also an unknown number. */
  function isOnlyCode(only: string, isNamed: boolean): boolean {
    if (/^-?0*$/.test(only)) return false;

    const meanings = catalogue.meaningsOf(only);
    const isKnown = meanings.length > 0;

    if (/^-?\d+$/.test(only)) return isNamed || (isKnown && only.length >= 5);

    // A bare word is a state only below its field, which `createStateReader` reads.
    const isState =
      /^[A-Z]+$/.test(only) && meanings.every(({ state }) => state);

    return isKnown && /[^a-z]/.test(only) && (isNamed || !isState);
  }

  /** Finds the first failure of a text with the engine. */
  function findFailure(
    text: string,
    header: string,
    isNamed: boolean,
    provider?: string,
  ): Hit | undefined {
    const hits = detect(text, index, {
      header,
      asked: isNamed,
      ...(provider && { provider }),
    }).filter(
      (hit) => isConfident(hit) && (isNamed || isUnmistakable(hit, text)),
    );

    const failed = findFailures(hits, text, catalogue).map(({ hit }) => hit);

    return (
      failed.find(({ meanings: [best] }) => best && !best.success) ?? failed[0]
    );
  }

  /** Returns the code of a wording that no other live code of the provider shares. */
  function findWording(text: string, provider?: string): FoundCode | null {
    const [best] = getWordingIndex(catalogue)(text, true);
    const { lists } = getPageOrigin({ provider }, catalogue);

    const [entry, ...others] = (best?.entries ?? []).filter(
      (one) => !one.deprecated && (!lists || lists.includes(one.provider)),
    );

    return entry && others.length === 0
      ? { code: entry.code, subcode: entry.subcode ?? null, isWording: true }
      : null;
  }

  return {
    /** Returns the question of the row's code, for `explain`, or null. */
    readRow({ cells, subcode, provider, details }: Row): CodeQuestion | null {
      const found = cells.flatMap((cell) => readCell(cell, provider) ?? []);
      const known = found.filter(({ code }) => isKnown(code, provider));

      const best =
        known.find(({ isWording }) => !isWording) ?? known[0] ?? found[0];

      if (!best) return null;

      const { code, meanings } = best;
      const nearby = [...cells.map(({ text }) => text), ...details].join('\n');

      return {
        code,
        meanings,
        provider,
        nearby,
        subcode: /^\d{1,7}$/.exec(subcode)?.[0] ?? best.subcode ?? null,
      };
    },
    hasCode: (cell: CodeCell, provider?: string) =>
      isKnown(readCell(cell, provider)?.code ?? ''),
    findProvider(cell: string): string | null {
      if (cell === '' || cell.length > MAX_PROVIDER_UNITS) return null;

      const text = ` ${foldText(cell)} `;

      const named =
        providers.find(({ word }) => text === ` ${word} `) ??
        providers.find(({ word }) => text.includes(` ${word} `));

      return (
        named?.id ?? (/\b(?:facebook|cloud api)\b/.test(text) ? 'meta' : null)
      );
    },
  };
}

/** In a text, a short number counts only if the text itself speaks of an error. */
const isUnmistakable = ({ code, meanings }: Hit, text: string) =>
  meanings.length > 0 && (/\d{5}|_/.test(code) || /cod|err|fail/i.test(text));
