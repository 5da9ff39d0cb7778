import { groupBy } from '../core/group-by.ts';
import { findLineEnd, findLineStart } from '../structure/lines.ts';
import type { Candidate } from './candidates.ts';
import { isRareOrSubcode, looksLikeProviderCode } from './code-form.ts';

const MAX_KNOWN_LINES = 20_000;
/** Shorter lines have their evidence elsewhere. */
const MIN_LINE_UNITS = 40;
const MAX_LINE_UNITS = 1_000;
const MIN_CODE_CONFIDENCE = 0.1;
/** A cell of a table, with `0` for its number: the header decides. */
const CELL = /[;|,\t] ?0 ?[;|,\t\n]/;
const ID_WORD = /\b[\w-]{24,}/g;

/** Drops what differs in each line: ids (`wamid.HBgL…`), times and counts. */
const dropNumbers = (text: string) =>
  text
    .replace(ID_WORD, (word) => (/\d/.test(word) ? '0' : word))
    .replace(/\d+/g, '0');

/** Returns the lines that have candidates, each with a key for its words and candidates; '' if it may need other lines. */
function groupByLine(all: readonly Candidate[], text: string) {
  const mayNeedOthers = ({ form, code, start, end }: Candidate) =>
    isRareOrSubcode(form) ||
    looksLikeProviderCode(code) ||
    CELL.test(`${text.slice(start - 2, start)}0${text.slice(end, end + 2)}`);

  return [...groupBy(all, (one) => findLineStart(text, one.start))].map(
    ([start, own]) => {
      const end = findLineEnd(text, own.at(-1)?.end ?? start);

      const isOfLog =
        end - start >= MIN_LINE_UNITS && end - start <= MAX_LINE_UNITS;

      if (!isOfLog || own.some(mayNeedOthers)) return { key: '', own };

      const parts = own.map(
        (one, at) =>
          `${dropNumbers(text.slice(own[at - 1]?.end ?? start, one.start))}\n${one.code}\n`,
      );

      return {
        key: parts.join('') + dropNumbers(text.slice(own.at(-1)?.end, end)),
        own,
      };
    },
  );
}

/** Remembers the lines in which nothing can be a code: a log repeats them thousands of times, with other ids and times. */
export class QuietLines {
  readonly #known = new Set<string>();
  /** Codes elsewhere in the log, for which the same number in another line is evidence. */
  readonly #codes = new Set<string>();
  #last: ReturnType<typeof groupByLine> = [];

  /** Returns the candidates of a text that are not in a known line. */
  dropKnown(all: readonly Candidate[], text: string): Candidate[] {
    const isKnown = (key: string) => this.#known.has(key);
    const isCode = ({ code }: Candidate) => this.#codes.has(code);

    this.#last = groupByLine(all, text).filter(
      ({ key, own }) => !isKnown(key) || own.some(isCode),
    );

    return this.#last.flatMap(({ own }) => own);
  }

  /** @param confidences Those of the candidates that were returned last. Above 0, other lines may decide. */
  noteLast(confidences: readonly number[]): void {
    let at = 0;

    for (const { key, own } of this.#last) {
      let mayBeCode = false;

      for (const { code } of own) {
        const confidence = confidences[at++] ?? 0;
        if (confidence > 0) mayBeCode = true;
        if (confidence > MIN_CODE_CONFIDENCE) this.#codes.add(code);
      }

      if (key && !mayBeCode && this.#known.size < MAX_KNOWN_LINES)
        this.#known.add(key);
    }
  }
}
