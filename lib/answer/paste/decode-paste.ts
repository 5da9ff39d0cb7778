import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import {
  getQueryVocabulary,
  removeHttpStatuses,
} from '../../catalogue/search-query.ts';
import {
  checkPreflightText,
  type PreflightFinding,
} from '../../checks/preflight/preflight.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { detect, isConfident } from '../../detect/detect.ts';
import type { Hit, TextContext } from '../../detect/hit.ts';
import { isStatusReason } from '../../detect/http-status.ts';
import { QuietLines } from '../../detect/quiet-lines.ts';
import {
  readLineCount,
  readObjectCount,
} from '../../structure/counted-line.ts';
import {
  countLineBreaks,
  findLineEnd,
  findLineStart,
  normalizeEOL,
  splitLines,
} from '../../structure/lines.ts';
import {
  type HeadedTable,
  parseTableHeader,
  type TableRow,
} from '../../structure/table-header.ts';
import { findTables } from '../../structure/tables/find-tables.ts';
import type { TextTable } from '../../structure/tables/text-table.ts';
import { findBlockAround, findObject } from '../explain/code-block.ts';
import { explain } from '../explain/explain.ts';
import { findFailures } from '../explain/failures.ts';
import {
  extractMessageContext,
  type MessageContext,
  NO_CONTEXT,
} from '../explain/message-context.ts';
import { findTimestampNear } from '../explain/timestamps.ts';
import { findTableHeader, splitIntoChunks } from './chunks.ts';
import {
  type CodeLine,
  findCodeColumn,
  unfoldCodeList,
} from './code-column.ts';
import { addStates, findStates } from './find-states.ts';
import {
  createFindingCollector,
  createTruncatedFinding,
  type Finding,
  type FindingDraft,
  isAtTextEnd,
  isTruncated,
  mayBeTruncated,
  type Occurrence,
} from './finding.ts';
import {
  findJsonSyntaxError,
  type JsonSyntaxError,
} from './json-syntax-error.ts';
import {
  createTableReader,
  createTextTableReader,
  getRowContext,
  getRowCount,
} from './pasted-table.ts';
import { createTableSplitter } from './split-tables.ts';
import { decodePhpDump, unescapePaste } from './unescape.ts';
import {
  createDraftFromWording,
  isAlreadyReported,
} from './wording-findings.ts';
import {
  getWordingIndex,
  isPartOfWording,
  type WordingHit,
} from './wording-index.ts';

/** A longer text is a log, whose payloads are not checked for syntax errors. */
const MAX_PAYLOAD_UNITS = 1 << 22;

/** Streaming decoder of a paste, in constant memory. The time for a chunk depends only on its length. */
export function createDecoder(catalogue: Catalogue, context: TextContext = {}) {
  const index = getCodeIndex(catalogue);
  const isKnown = (code: string) => catalogue.meaningsOf(code).length > 0;
  const phrasesIn = getWordingIndex(catalogue);
  const found = createFindingCollector();
  const quietLines = new QuietLines();
  /** The text so far, while it is short enough for a payload. */
  let payload: string | null = '';

  const splitTables = createTableSplitter(isKnown);

  const findSyntaxError = () =>
    payload === null ? null : findJsonSyntaxError(payload);

  let header: string | null | undefined;
  let table: Table | null = null;
  let readCodeLine: ReturnType<typeof findCodeColumn> = null;
  let lines = 0;
  /** The last failure, if the text so far ends with it: only the following text shows whether its code is complete. */
  let last: Parameters<typeof found.note> | null = null;

  function keepLast() {
    if (last) found.note(...last);
    last = null;
  }

  function scanText(text: string, lineOf: LineOf) {
    keepLast();

    const phrases = phrasesIn(text).filter((one) => !isStatusReason(text, one));

    const hits = detect(text, index, context, undefined, quietLines).filter(
      (hit) => isConfident(hit) && !isPartOfWording(hit, phrases),
    );

    for (const { hit, cause, before, after, findOwnText } of findFailures(
      hits,
      text,
      catalogue,
    )) {
      const { code, subcode, meanings } = hit;
      const nearby = findBlockAround(text, hit, before, after);
      let read: MessageContext | undefined;

      const readContext = () =>
        (read ??= extractMessageContext(text, hit, findOwnText()));

      const moment = () =>
        findTimestampNear(text, hit.start, nearby, findOwnText());

      const recipient = () => readContext().recipient;

      const request = {
        ...context,
        code,
        subcode,
        meanings,
        nearby,
        moment,
        recipient,
      };

      const one = {
        ...explain(request, catalogue),
        cause: cause?.code ?? null,
      };

      const placeOf = () => ({ ...readContext(), line: lineOf(hit.start) });
      const count = countFailures(text, hit);

      if (isAtTextEnd(text, hit) && mayBeTruncated(hit.code, catalogue))
        last = [one, placeOf, count];
      else found.note(one, placeOf, count);
    }

    noteWordings(phrases, hits, text, (phrase) => ({
      ...extractMessageContext(text, phrase),
      line: lineOf(phrase.start),
    }));
  }

  function scanRow(
    row: TableRow,
    { roles, readRow }: Pick<Table, 'roles' | 'readRow'>,
    lineOf: LineOf,
  ) {
    const placeOf = () => ({
      ...getRowContext(row, roles),
      line: lineOf(row.start),
    });

    const inRow = readRow(row);

    for (const each of inRow)
      found.note(each, placeOf, getRowCount(row, roles));

    if (inRow.length === 0)
      noteWordings(phrasesIn(row.line), [], row.line, placeOf);
  }

  /** Reads the tables of a text cell by cell, and what is around them as text. */
  function scanPart(part: string, lineOf: LineOf) {
    const { above, text, pieces } = splitTables(part);
    const toLine: LineOf = (at) => lineOf(Math.max(0, at - above.length));

    for (const { start, end, table: found } of pieces) {
      if (found) scanTable(found, toLine);
      else scanText(text.slice(start, end), (at) => toLine(start + at));
    }
  }

  function scanTable(found: TextTable, lineOf: LineOf) {
    const { roles, rows } = found;
    const readRow = createTextTableReader(found, catalogue, context);

    for (const row of rows) scanRow(row, { roles, readRow }, lineOf);
  }

  /** Reads a column of codes. A line of something else is plain text. */
  function scanColumn(
    text: string,
    readCode: (line: string) => CodeLine | null,
    lineOf: LineOf,
  ) {
    const codes = new Map<string, FindingDraft>();
    let start = 0;

    for (const line of splitLines(text)) {
      const from = start;

      start += line.length + 1;

      const read = readCode(line);
      if (!read) {
        if (line.trim() !== '') scanText(line, () => lineOf(from));
        continue;
      }

      const { code, subcode, count } = read;
      const placeOf = () => ({ ...NO_CONTEXT, line: lineOf(from) });

      const one = getOrInsert(codes, `${code}/${subcode ?? ''}`, () =>
        explain({ ...context, code, subcode }, catalogue),
      );

      found.note(one, placeOf, count);
    }
  }

  function noteWordings(
    phrases: readonly WordingHit[],
    hits: readonly Hit[],
    text: string,
    placeOf: (phrase: WordingHit) => Occurrence,
  ) {
    for (const phrase of phrases) {
      if (isAlreadyReported(phrase, hits, text)) continue;

      const one = createDraftFromWording(
        phrase,
        phrases,
        text,
        catalogue,
        context,
      );

      if (one) found.note(one, () => placeOf(phrase));
    }
  }

  /** Decides by its beginning how a text is read: as a column of codes, as the table below a header, or as text with tables. */
  function chooseReader(text: string) {
    const hasTables = findTables(text, isKnown).length > 0;

    readCodeLine = hasTables ? null : findCodeColumn(text, catalogue);

    const first = readCodeLine ? null : findTableHeader(text);

    // A table between strokes may have rules, and text below it.
    header = first?.includes('|') && hasTables ? null : first;

    const parsed = header ? parseTableHeader(header) : null;

    table = parsed && {
      ...parsed,
      readRow: createTableReader(parsed, catalogue, context),
    };
  }

  return {
    /** @param chunk Text of any length that ends at the end of a line or record. */
    push(chunk: string): void {
      if (payload !== null)
        payload = payload.length > MAX_PAYLOAD_UNITS ? null : payload + chunk;

      const plain = unfoldCodeList(unescapePaste(chunk), catalogue);
      const text = decodePhpDump(plain);
      const keepsLines = countLineBreaks(plain) === countLineBreaks(chunk);

      if (header === undefined) chooseReader(text);

      let before = 0;

      for (const part of splitIntoChunks(text)) {
        const base = lines + before;

        const lineOf: LineOf = (offset) =>
          keepsLines ? base + countLineBreaks(part.slice(0, offset)) + 1 : null;

        if (readCodeLine) scanColumn(part, readCodeLine, lineOf);
        else if (table)
          for (const row of table.rows(part)) scanRow(row, table, lineOf);
        else {
          const above = header && !part.startsWith(header) ? `${header}\n` : '';
          scanPart(above + part, (offset) =>
            lineOf(Math.max(0, offset - above.length)),
          );
        }

        before += countLineBreaks(part);
      }

      lines += countLineBreaks(chunk);
    },
    /** Returns the findings so far, in order of appearance, but a cause before the code that wraps it. */
    findings(): readonly Finding[] {
      if (last && isTruncated(findSyntaxError()))
        return [...found.all(), createTruncatedFinding(last[0], last[1]())];
      keepLast();
      return found.all();
    },
    syntaxError: findSyntaxError,
    droppedCount: found.droppedCount,
  };
}

/** Returns how many failures a code stands for: by the count in its object, or in its line. */
const countFailures = (text: string, hit: Hit): number =>
  readObjectCount(findObject(text, hit)) ?? countLine(text, hit);

/** Returns how many failures the line of a code stands for. A bare number beside a code may be anything. */
function countLine(
  text: string,
  { start, end }: Pick<Hit, 'start' | 'end'>,
): number {
  const [from, to] = [findLineStart(text, start), findLineEnd(text, end)];

  const { count, isMarked } = readLineCount(
    text.slice(from, start),
    text.slice(end, to),
  );

  if (!isMarked || count === 1) return 1;

  const above = text.slice(findLineStart(text, from - 1), from);

  const isNumbered =
    Number.parseInt(above, 10) === count - 1 ||
    Number.parseInt(text.slice(to, to + 20), 10) === count + 1;

  return isNumbered ? 1 : count;
}

type LineOf = (offset: number) => number | null;
type Table = HeadedTable & { readRow: ReturnType<typeof createTableReader> };

/** Maximum length of a text that is treated as a question about one copied error. Longer texts may be logs of any kind. */
const MAX_QUESTION_LENGTH = 300;

export interface PasteReport {
  findings: readonly Finding[];
  syntaxError: JsonSyntaxError | null;
  /** Number of failures whose kind was dropped because of the limit on findings. */
  droppedCount: number;
  preflight?: readonly PreflightFinding[];
}

/** @yields After each slice: the share that is done (0 to 1) and a function that builds the report so far. */
export function* readPaste(
  text: string,
  catalogue: Catalogue,
  context: TextContext = {},
) {
  const states = findStates(text, catalogue);
  // An answer that has states has other numbers too.
  const isQuestion = text.length <= MAX_QUESTION_LENGTH && states.length === 0;

  const decoder = createDecoder(
    catalogue,
    isQuestion ? { ...context, asked: true } : context,
  );

  let read = 0;

  const report = (): PasteReport => ({
    findings: addStates(states, decoder.findings()),
    syntaxError: read < normalized.length ? null : decoder.syntaxError(),
    droppedCount: decoder.droppedCount(),
    ...preflight,
  });

  const asked = isQuestion
    ? removeHttpStatuses(text, getQueryVocabulary(catalogue))
    : text;

  const normalized = normalizeEOL(asked);

  const isPayload =
    text.length <= MAX_PAYLOAD_UNITS && text.includes('components');

  const checked = isPayload ? checkPreflightText(text, catalogue) : null;
  const preflight = checked?.hasMessage ? { preflight: checked.findings } : {};

  for (const chunk of splitIntoChunks(normalized)) {
    decoder.push(chunk);
    read += chunk.length;
    yield { done: read / normalized.length || 1, report };
  }
}
