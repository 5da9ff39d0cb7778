import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { detect, isConfident } from '../../detect/detect.ts';
import type { Hit, TextContext } from '../../detect/hit.ts';
import { createKindMemory } from '../../detect/shapes/kind-key.ts';
import { mentionsFailure } from '../../detect/word-classes.ts';
import { type ColumnRole, isCodeHeader } from '../../structure/column-role.ts';
import { readCountCell } from '../../structure/counted-line.ts';
import { readWholeNumber } from '../../structure/number-notation.ts';
import type { HeadedTable, TableRow } from '../../structure/table-header.ts';
import type { TextTable } from '../../structure/tables/text-table.ts';
import { explain } from '../explain/explain.ts';
import { findFailures } from '../explain/find-failures.ts';
import { parseTimeText } from '../explain/find-timestamps.ts';
import type { MessageContext } from '../explain/message-context.ts';
import { getCountryRules } from '../plan/country-rules.ts';
import {
  type MessageStatus,
  readMessageStatus,
} from '../plan/message-status.ts';
import { findRecipientCountry } from '../plan/recipient.ts';
import type { FindingDraft } from './finding.ts';

/** In a column of codes, 0 usually means "no error", except in the row of a failure. */
const ZERO_CODE = /^0+$/;

/** Among subcodes, 0 means that there is none. */
const SUBCODE = /^[1-9]\d{0,6}$/;

const MAX_CACHED_ROWS = 2_000;
/** Longer rows are not remembered. */
const MAX_KEY_UNITS = 500;
const MAX_NEARBY_UNITS = 1_000;

const ARRIVED: ReadonlySet<MessageStatus | null> = new Set(['arrived', 'sent']);

/** Returns true for words with a number among them. */
const isSentence = (cell: string): boolean =>
  /\d/.test(cell) && /\p{L}/u.test(cell) && /\s/.test(cell.trim());

/** Finds the failures of a table cell by cell. The header gives bare numbers their meaning. */
export function createTableReader(
  {
    header,
    roles,
    isOfMessages,
  }: Pick<HeadedTable, 'header' | 'roles' | 'isOfMessages'>,
  catalogue: Catalogue,
  context: TextContext,
): (row: TableRow) => readonly FindingDraft[] {
  const index = getCodeIndex(catalogue);
  const known = new Map<string, readonly FindingDraft[]>();

  const findColumns = (wanted: ColumnRole) =>
    [...roles].flatMap(([at, role]) => (role === wanted ? [at] : []));

  const codesAt = findColumns('code');
  const reasonsAt = findColumns('reason');
  const [subcodeAt = -1] = findColumns('subcode');
  const hasRecipients = findColumns('recipient').length > 0;
  const explained = [...codesAt, ...reasonsAt].sort((a, b) => a - b);

  /** Columns that the header does not name: a summary, a comment. */
  const unnamed = header.flatMap((_, at) => (roles.has(at) ? [] : [at]));

  /** Returns a cell, and the digits of a number that is written in groups or as a float. */
  function readCodeCell({ cells }: TableRow, at: number): string {
    const cell = cells[at]?.trim() ?? '';
    return roles.get(at) === 'code' ? (readWholeNumber(cell) ?? cell) : cell;
  }

  function readFailures(
    row: TableRow,
    columns: readonly number[],
  ): FindingDraft[] {
    const found = new Map<string, FindingDraft>();

    for (const at of columns) {
      const cell = readCodeCell(row, at);
      if (!cell || (ZERO_CODE.test(cell) && !isFailedRow(row))) continue;

      const nearby = row.line.slice(0, MAX_NEARBY_UNITS);

      for (const { hit, cause } of findInCell(cell, at))
        if (!found.has(hit.code))
          found.set(hit.code, {
            ...explainHit(hit, row, nearby),
            cause: cause?.code ?? null,
          });
    }

    return [...found.values()];
  }

  const rememberFailures = createKindMemory<ReturnType<typeof judgeCell>>(
    index,
    MAX_CACHED_ROWS,
    (found) => found.map(({ hit }) => hit.code),
  );

  const findInCell = (cell: string, at: number) =>
    rememberFailures(cell, [at], () => judgeCell(cell, at));

  function judgeCell(cell: string, at: number) {
    const hits = detect(cell, index, {
      ...context,
      header: header[at] ?? '',
      ...(isOfMessages && { asked: true }),
    });

    return findFailures(hits.filter(isConfident), cell, catalogue);
  }

  function explainHit(
    { code, meanings, subcode: own }: Hit,
    row: TableRow,
    nearby: string,
  ) {
    const isRowCode = codesAt.some((at) => readCodeCell(row, at) === code);

    const subcode =
      (isRowCode && SUBCODE.exec(row.cells[subcodeAt]?.trim() ?? '')?.[0]) ||
      own;

    return explain(
      {
        ...context,
        code,
        subcode,
        meanings,
        nearby,
        // The sender's number may stand in the row as well.
        ...(hasRecipients && { recipient: () => readRecipient(row) }),
      },
      catalogue,
    );
  }

  const readRecipient = (row: TableRow) => readCell(row, roles, 'recipient');

  const dependsOnCountry = ({ entry }: FindingDraft) =>
    entry !== null && getCountryRules(entry, catalogue).length > 0;

  function remember(key: string, row: TableRow) {
    if (known.size >= MAX_CACHED_ROWS) known.clear();

    return key.length < MAX_KEY_UNITS
      ? getOrInsert(known, key, () => readFailures(row, explained))
      : readFailures(row, explained);
  }

  /** Reads the sentences of a row whose named columns tell of no failure. */
  function readSentences(row: TableRow): readonly FindingDraft[] {
    const sentences = unnamed.filter((at) => isSentence(row.cells[at] ?? ''));
    if (sentences.length === 0) return [];

    const hasArrived = reasonsAt.some((at) =>
      ARRIVED.has(readMessageStatus(row.cells[at] ?? '')),
    );

    return hasArrived ? [] : readFailures(row, sentences);
  }

  return (row) => {
    const key = [...explained, subcodeAt].map((at) => row.cells[at]).join('\0');
    const found = remember(key, row);
    if (found.length === 0) return readSentences(row);
    if (!hasRecipients || !found.some(dependsOnCountry)) return found;

    const country = findRecipientCountry(readRecipient(row) ?? '') ?? '';

    return remember(`${key}\0${country}`, row);
  };
}

/** Returns what reads the rows of a table in a text. Its codes are codes of messages, because all of them say so. */
export function createTextTableReader(
  table: TextTable,
  catalogue: Catalogue,
  context: TextContext,
) {
  const { names, roles } = table;
  const header = names.map((name, at) =>
    roles.get(at) === 'code' && !isCodeHeader(name) ? UNNAMED_CODES : name,
  );
  return createTableReader(
    { header, roles, isOfMessages: true },
    catalogue,
    context,
  );
}

/** How a column of codes without a name is read. */
const UNNAMED_CODES = 'Error code';

const isFailedRow = ({ cells }: TableRow) =>
  cells.some((cell) => mentionsFailure(cell) || /exception/i.test(cell));

const readCell = (
  { cells }: TableRow,
  roles: HeadedTable['roles'],
  wanted: ColumnRole,
): string | null => {
  for (const [at, role] of roles)
    if (role === wanted && cells[at]?.trim()) return cells[at].trim();
  return null;
};

const ROW_NUMBER = /^\d{0,5}$/;

/** Returns how many failures a row stands for. A row of one message is one, whatever it counts. */
export function getRowCount(
  row: TableRow,
  roles: HeadedTable['roles'],
): number {
  const message = readCell(row, roles, 'message') ?? '';
  const counted = readCell(row, roles, 'count') ?? '';

  const isMessage =
    readCell(row, roles, 'recipient') || !ROW_NUMBER.test(message);

  return (
    (!isMessage &&
      Number(readWholeNumber(counted) ?? readCountCell(counted))) ||
    1
  );
}

/** Reads message, recipient, template and time from the other columns. */
export function getRowContext(
  row: TableRow,
  roles: HeadedTable['roles'],
): MessageContext {
  const cell = (wanted: ColumnRole) => readCell(row, roles, wanted);
  const time = cell('time');

  return {
    message: cell('message'),
    recipient: cell('recipient'),
    template: cell('template'),
    time: time ? parseTimeText(time) : null,
    trace: null,
  };
}
