import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import {
  getQueryVocabulary,
  removeHttpStatuses,
} from '../../catalogue/search/search-query.ts';
import {
  checkPreflightText,
  type PreflightFinding,
} from '../../checks/preflight/preflight.ts';
import { getOrInsert, memoizeTexts } from '../../core/get-or-insert.ts';
import { isConfident, REPORT_CONFIDENCE } from '../../detect/detect.ts';
import { detectInText } from '../../detect/detect-in-text.ts';
import type { TextContext } from '../../detect/hit.ts';
import { isStatusReason } from '../../detect/http-status.ts';
import { QuietLines } from '../../detect/quiet-lines.ts';
import { createPrefixRemover } from '../../structure/line-prefix.ts';
import {
  countLineBreaks,
  normalizeEOL,
  splitLines,
} from '../../structure/lines.ts';
import { blankQueryConditions } from '../../structure/query-conditions.ts';
import {
  findHeading,
  findRecordForm,
  MAX_HEAD_UNITS,
} from '../../structure/records.ts';
import {
  type HeadedTable,
  parseTableHeader,
  type TableRow,
} from '../../structure/table-header.ts';
import { findColumnKinds } from '../../structure/tables/find-column-kinds.ts';
import { findTables } from '../../structure/tables/find-tables.ts';
import type { TextTable } from '../../structure/tables/text-table.ts';
import { explain } from '../explain/explain.ts';
import { NO_CONTEXT } from '../explain/message-context.ts';
import { findTableHeader, splitIntoChunks } from './chunks.ts';
import { addStates, findStates } from './find-states.ts';
import {
  createFindingCollector,
  createTruncatedFinding,
  type Finding,
  type FindingDraft,
  isTruncated,
} from './finding.ts';
import {
  findJsonSyntaxError,
  type JsonSyntaxError,
} from './json-syntax-error.ts';
import { createLogReader } from './log-reader.ts';
import {
  findCodeReader,
  type ReadCodeLine,
  unfoldCodeList,
} from './lone-code-list.ts';
import { decodeNamedElements } from './named-elements.ts';
import {
  createTableReader,
  createTextTableReader,
  getRowContext,
  getRowCount,
} from './pasted-table.ts';
import { createTableSplitter } from './split-tables.ts';
import { explainFailures, explainWordings } from './text-findings.ts';
import { decodeDump, unescapePaste } from './unescape.ts';
import { getWordingIndex, isPartOfWording } from './wording-index.ts';

/** A longer text is a log, whose payloads are not checked for syntax errors. */
const MAX_PAYLOAD_UNITS = 1 << 22;
/** The last one, and what it becomes. */
const MAX_CACHED_TEXTS = 2;

/**
 * Streaming decoder of a paste, in constant memory. The time for a chunk depends only on its length.
 *
 * @param head The beginning of the text, by which it is decided what the text is. By default, the first chunk.
 */
export function createDecoder(
  catalogue: Catalogue,
  context: TextContext = {},
  head?: string,
) {
  const index = getCodeIndex(catalogue);
  const isKnown = (code: string) => catalogue.meaningsOf(code).length > 0;
  const findPhrases = getWordingIndex(catalogue);
  const found = createFindingCollector();
  const quietLines = new QuietLines();
  /** The text so far, while it is short enough for a payload. */
  let payload: string | null = '';

  /** The beginning is read to choose how to read it, and then read so. */
  const findOwnTables = memoizeTexts(
    (text) => findTables(text, isKnown),
    MAX_CACHED_TEXTS,
  );

  const splitTables = createTableSplitter(findOwnTables);

  /** Writes a list of counted codes as a column, unless it is a table: `{"131047": 412}`. */
  function unfoldList(text: string): string {
    const column = unfoldCodeList(text, catalogue);

    return column !== text && findOwnTables(text).length > 0 ? text : column;
  }

  const findSyntaxError = () =>
    payload === null ? null : findJsonSyntaxError(payload);

  let header: string | null | undefined;
  let table: Table | null = null;
  let readCodeLine: ReadCodeLine | null = null;
  /** Reads a text that is a log. */
  let log: ReturnType<typeof createLogReader> | null = null;
  let lines = 0;
  /** The last failure, if the text so far ends with it: only the following text shows whether its code is complete. */
  let last: Parameters<typeof found.note> | null = null;

  function keepLast() {
    if (last) found.note(...last);
    last = null;
  }

  function scanText(text: string, lineOf: LineOf) {
    keepLast();

    const phrases = findPhrases(text).filter(
      (one) => !isStatusReason(text, one),
    );

    const hits = detectInText(
      text,
      index,
      context,
      REPORT_CONFIDENCE,
      quietLines,
    ).filter((hit) => isConfident(hit) && !isPartOfWording(hit, phrases));

    const failures = explainFailures(text, hits, phrases, catalogue, context);

    for (const { draft, start, readContext, count, mayBeCutOff } of failures) {
      const placeOf = () => ({ ...readContext(), line: lineOf(start) });

      if (mayBeCutOff()) last = [draft, placeOf, count];
      else found.note(draft, placeOf, count);
    }
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

    if (inRow.length > 0) return;

    const phrases = findPhrases(row.line);

    for (const { draft } of explainWordings(
      row.line,
      [],
      phrases,
      catalogue,
      context,
    ))
      found.note(draft, placeOf);
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

  /** Reads lines of nothing but codes. A line of something else is plain text. */
  function scanCodes(text: string, readCodes: ReadCodeLine, lineOf: LineOf) {
    const codes = new Map<string, FindingDraft>();
    let start = 0;

    for (const line of splitLines(text)) {
      const from = start;

      start += line.length + 1;

      const read = readCodes(line);
      const placeOf = () => ({ ...NO_CONTEXT, line: lineOf(from) });

      if (read.length === 0 && line.trim() !== '')
        scanText(line, () => lineOf(from));

      for (const { code, subcode, count } of read) {
        const one = getOrInsert(codes, `${code}/${subcode ?? ''}`, () =>
          explain({ ...context, code, subcode }, catalogue),
        );

        found.note(one, placeOf, count);
      }
    }
  }

  /** Decides by its beginning how a text is read: as lines of codes, as the table below a header, as a log, or as text with tables. */
  function chooseReader(chunk: string, text: string) {
    const hasTables = findOwnTables(text).length > 0;

    readCodeLine = hasTables ? null : findCodeReader(text, catalogue);
    header = readCodeLine ? null : findOwnHeader(text, hasTables);
    table = header ? openTable(header, text) : null;

    if (readCodeLine || table || context.asked) return;

    const start = head ?? chunk;
    const form = findRecordForm(start);

    // The rows of a table without a head are the records of a log.
    const isLog =
      form !== 'whole' && (!hasTables || findHeading(start, form) === '');

    if (isLog) log = createLogReader(start, form, catalogue, context);
  }

  function openTable(header: string, text: string): Table | null {
    const parsed = parseTableHeader(header);
    if (!parsed) return null;

    const headed = { ...parsed, roles: addCounts(parsed, text, isKnown) };

    return {
      ...headed,
      readRow: createTableReader(headed, catalogue, context),
    };
  }

  /** Reads a part of a chunk in the way that was chosen. */
  function readPart(part: string, lineOf: LineOf): void {
    if (readCodeLine) {
      scanCodes(part, readCodeLine, lineOf);
      return;
    }

    if (table) {
      for (const row of table.rows(part)) scanRow(row, table, lineOf);
      return;
    }

    const above = header && !part.startsWith(header) ? `${header}\n` : '';

    scanPart(above + part, (offset) =>
      lineOf(Math.max(0, offset - above.length)),
    );
  }

  function decodeChunk(chunk: string) {
    const plain = unfoldList(decodeNamedElements(unescapePaste(chunk)));

    return { plain, text: decodeDump(plain) };
  }

  function readChunk(
    chunk: string,
    { plain, text }: ReturnType<typeof decodeChunk>,
  ): void {
    const keepsLines = countLineBreaks(plain) === countLineBreaks(chunk);

    let before = 0;

    for (const part of splitIntoChunks(text)) {
      const base = lines + before;

      const lineOf: LineOf = (offset) =>
        keepsLines ? base + countLineBreaks(part.slice(0, offset)) + 1 : null;

      readPart(part, lineOf);
      before += countLineBreaks(part);
    }

    lines += countLineBreaks(chunk);
  }

  return {
    /** @param raw Text of any length that ends at the end of a line or record. */
    push(raw: string): void {
      const chunk = blankQueryConditions(raw);

      if (payload !== null)
        payload = payload.length > MAX_PAYLOAD_UNITS ? null : payload + chunk;

      // A log decodes its records.
      const decoded = log ? null : decodeChunk(chunk);

      if (decoded && header === undefined) chooseReader(chunk, decoded.text);

      if (log) log.push(chunk);
      else if (decoded) readChunk(chunk, decoded);
    },
    /**
     * Returns the findings so far, in order of appearance, but a cause before the code that wraps it.
     *
     * @param isLast False if more text follows.
     */
    findings(isLast = true): readonly Finding[] {
      if (log) return log.collect(isLast);

      if (last && isTruncated(findSyntaxError()))
        return [...found.all(), createTruncatedFinding(last[0], last[1]())];
      keepLast();
      return found.all();
    },
    syntaxError: findSyntaxError,
    droppedCount: () => (log ?? found).droppedCount(),
  };
}

/** Returns the header of a table that fills the text. One between strokes may have rules, and text below it. */
function findOwnHeader(text: string, hasTables: boolean): string | null {
  const header = findTableHeader(text);
  return header?.includes('|') && hasTables ? null : header;
}

/** Returns the roles of a table's columns, with that of the counts if their values show them. */
function addCounts(
  { header, roles, rows }: HeadedTable,
  text: string,
  isKnown: (code: string) => boolean,
): HeadedTable['roles'] {
  const [, ...below] = rows(text.slice(0, MAX_HEAD_UNITS));
  const cells = below.map((row) => row.cells);
  const kinds = findColumnKinds(header, cells, isKnown) ?? [];
  const counts = [...kinds].filter(([, kind]) => kind === 'count');

  return new Map([...roles, ...counts]);
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
    createPrefixRemover()(text.slice(0, MAX_HEAD_UNITS), true),
  );

  let read = 0;

  const report = (): PasteReport => ({
    findings: addStates(states, decoder.findings(read >= normalized.length)),
    get syntaxError() {
      return read < normalized.length ? null : decoder.syntaxError();
    },
    droppedCount: decoder.droppedCount(),
    ...preflight,
  });

  const asked = isQuestion
    ? removeHttpStatuses(text, getQueryVocabulary(catalogue))
    : text;

  const normalized = createPrefixRemover()(normalizeEOL(asked), true);

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
