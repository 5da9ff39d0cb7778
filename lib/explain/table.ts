/** One row of a table of a paste. */
export interface TableRow {
  /** Offset of the row in the text. */
  start: number;
  line: string;
  cells: readonly string[];
}

export type Role = 'code' | 'reason' | 'message' | 'recipient' | 'time';

/** A table whose first line names a column of codes or reasons. */
export interface Table {
  header: readonly string[];
  roles: ReadonlyMap<number, Role>;
  /** It is about messages: its numbers under "Code" are codes of messages. */
  isOfMessages: boolean;
  /** @param text Whole rows. A quoted cell may hold line breaks. */
  rows(text: string): Generator<TableRow>;
}

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['message', /\b(?:message|msg|gs|sms)[ _-]?(?:id|uuid|sid)\b|wamid|^(?:id|sid|uuid)$/i],
  [
    'time',
    /\b(?:time|date|timestamp|created|sent|failed|updated)(?:[ _-]?(?:at|on))?$|^(?:data|hora|fecha|ts)$|timestamp/i,
  ],
  [
    'recipient',
    /^(?:to|phone|mobile|msisdn|recipient|receiver|destination|contact|number|telefone|n[uú]mero|tel[eé]fono|wa_?id)\b|recipient|phone|mobile/i,
  ],
  [
    'code',
    /\b(?:error|err|failure|status|reason)?[ _-]?(?:code|c[oó]digo|codice|kode|kod)\b|errorcode|код|رمز|代码|代碼|コード|코드/i,
  ],
  [
    'reason',
    /error|erro|reason|fail|status|detail|descri|motivo|payload|response|body|log|message|text|remark|cause/i,
  ],
];

/** Reads a heading line; null where no column is about codes or reasons, so that the text is read as any other. */
export function openTable(heading: string): Table | null {
  const separator = ['\t', ';', '|', ','].find((mark) => heading.includes(mark)) ?? ',';
  const [row] = [...rowsOf(heading, separator)];
  const header = row?.cells.map((cell) => cell.trim()) ?? [];
  const roles = new Map<number, Role>();
  header.forEach((name, at) => {
    const role = ROLES.find(([, words]) => words.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')))?.[0];
    if (role) roles.set(at, role);
  });
  const all = [...roles.values()];
  if (header.length < 2 || !(all.includes('code') || all.includes('reason'))) return null;
  const isOfMessages =
    all.includes('code') &&
    (all.some((role) => /recipient|message/.test(role)) || /whatsapp|template|waba/i.test(heading));
  return { header, roles, isOfMessages, rows: (text) => rowsOf(text, separator) };
}

/** Rows by RFC 4180: quotes around a cell, doubled within it. */
function* rowsOf(text: string, separator: string): Generator<TableRow> {
  let start = 0;
  while (start < text.length) {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const [cell, end] = cellAt(text, at, separator);
      cells.push(cell);
      at = end + 1;
      if (text[end] !== separator) break;
    }
    yield { start, line: text.slice(start, at - 1), cells };
    start = at;
  }
}

/** A cell and the offset after it: that of a separator, a line break or the end. */
function cellAt(text: string, start: number, separator: string): [string, number] {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
    return [text.slice(start, end), end];
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) close = text.length;
  let end = close + 1;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return [text.slice(start + 1, close).replaceAll('""', '"'), Math.min(end, text.length)];
}
