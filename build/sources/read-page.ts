import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { parse } from 'yaml';
import type { PageReader } from '../../data/schema.ts';
import { type PageRow, UnreadableError } from './compare.ts';

type Field = keyof PageRow;

const FIELDS = [
  'code',
  'title',
  'text',
  'http',
] as const satisfies readonly Field[];
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const CODE = /^(-?\d{1,9}(-\d{1,9})?|[A-Za-z][\w.-]*( [A-Z]+)*)$/;
/** `Node.DOCUMENT_POSITION_FOLLOWING`, which Node.js does not define. */
const FOLLOWING = 4;
const BETWEEN_CODES = /[,;\n]| (?:and|or) /;

/** @throws UnreadableError if the page is empty, has another form, or has no code where the reader looks. */
export function readPage(page: string, reader: PageReader): PageRow[] {
  if (page.trim() === '') throw new UnreadableError('the page is empty');

  if (reader.format !== 'html' && /^\s*<(?:!doctype|html)/i.test(page))
    throw new UnreadableError(`the page is HTML instead of ${reader.format}`);

  const rows = READERS[reader.format](page, reader).flatMap((row) =>
    (row.code ?? '')
      .split(BETWEEN_CODES)
      .map((code) => ({ ...row, code: code.trim() })),
  );

  const own = rows.filter(({ code }) => CODE.test(code));

  if (own.length === 0)
    throw new UnreadableError(`no code found ${describeReader(reader)}`);

  return own;
}

const READERS: Record<
  PageReader['format'],
  (page: string, reader: PageReader) => PageRow[]
> = {
  markdown: (page, reader) =>
    readDocument(marked.parse(page, { async: false }), reader),
  html: readDocument,
  json: (page, reader) => readValues(parseOrThrow(JSON.parse, page), reader),
  yaml: (page, reader) => readValues(parseOrThrow(parse, page), reader),
  text: (page, { pattern = '' }) => matchRows(page, pattern),
};

function readDocument(html: string, reader: PageReader): PageRow[] {
  // Without a body, linkedom takes the first element for the document.
  const { document } = parseHTML(
    /<body/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );

  for (const block of document.querySelectorAll('p, li, div'))
    block.append('\n');

  for (const line of document.querySelectorAll('br')) line.replaceWith('\n');

  const isInside = createSectionFilter(document, reader.under);

  if (reader.select) {
    const { pattern = '(?<code>[^\\s:]+)[\\s:]*(?<title>.*)' } = reader;

    return [...document.querySelectorAll(reader.select)]
      .filter(isInside)
      .flatMap((element) =>
        matchRows(getText(element), pattern).map((row) => ({
          ...row,
          text: row.text ?? getTextBelow(element, reader.select),
        })),
      );
  }

  const tables = [...document.querySelectorAll('table')].filter(isInside);

  const read = tables
    .map((table) => readTable(table, reader))
    .filter((rows) => rows !== null);

  if (read.length === 0)
    throw new UnreadableError(`no table ${describeReader(reader)}`);

  return read.flat();
}

function readTable(
  table: Element,
  { fields = { code: '#1' }, pattern }: PageReader,
): PageRow[] | null {
  const [head, ...body] = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(getText),
  );

  const columns = FIELDS.map((field) => findColumn(head ?? [], fields[field]));
  if (columns[0] === -1) return null;

  return body.flatMap((cells) => {
    const [code = '', title, text, http] = columns.map(
      (at) => cells[at] || undefined,
    );

    const found: PageRow[] = pattern ? matchRows(code, pattern) : [{ code }];

    return found.map((row) => ({
      title,
      text,
      http,
      ...row,
    }));
  });
}

function findColumn(
  head: readonly string[],
  wanted: string | undefined,
): number {
  if (wanted?.startsWith('#')) return Number(wanted.slice(1)) - 1;
  const names = wanted?.toLowerCase().split(' | ') ?? [];
  return head.findIndex((cell) => names.includes(cell.toLowerCase()));
}

function createSectionFilter(
  document: Document,
  under: string | undefined,
): (element: Element) => boolean {
  if (!under) return () => true;

  const headings = [...document.querySelectorAll(HEADINGS)];

  const at = headings.findIndex(
    (heading) => getText(heading).toLowerCase() === under.toLowerCase(),
  );

  const start = headings[at];
  if (!start) throw new UnreadableError(`no heading “${under}”`);

  const end = headings
    .slice(at + 1)
    .find(({ tagName }) => tagName <= start.tagName);

  return (element) =>
    follows(element, start) && (!end || !follows(element, end));
}

const follows = (element: Element, other: Element) =>
  (other.compareDocumentPosition(element) & FOLLOWING) > 0;

/** Markdown mirrors print a line break of a cell as the text `<br>`. */
const getText = (element: Element) =>
  (element.textContent ?? '')
    .replace(/<br *\/?>/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();

function getTextBelow(element: Element, select = ''): string | undefined {
  const texts: string[] = [];

  for (
    let next = element.nextElementSibling;
    next;
    next = next.nextElementSibling
  ) {
    if (next.matches(select) || next.matches(HEADINGS)) break;
    texts.push(getText(next));
  }

  return texts.join('\n') || undefined;
}

function matchRows(text: string, pattern: string): PageRow[] {
  return [...text.matchAll(new RegExp(pattern, 'gm'))].map(({ groups = {} }) =>
    createRow((field) => groups[field]?.trim() || undefined),
  );
}

function readValues(
  value: unknown,
  { at, fields = { code: 'code' } }: PageReader,
): PageRow[] {
  const start = at
    ? at.split('.').reduce((here, key) => getKey(here, key), value)
    : value;

  const records = at ? listRecords(start) : findRecords(start, fields.code);

  return records.map((record) =>
    createRow((field) => toText(getKey(record, fields[field] ?? ''))),
  );
}

const createRow = (read: (field: Field) => string | undefined) =>
  Object.fromEntries(
    FIELDS.map((field) => [field, read(field)]).filter(([, value]) => value),
  ) as unknown as PageRow;

/** Returns the values of a list or a mapping as objects, with `$key` and `$value`. */
function listRecords(value: unknown): unknown[] {
  if (!isObject(value))
    throw new UnreadableError('no list at the path of the reader');

  return Object.entries(value).map(([$key, $value]) => ({
    ...(isObject($value) && $value),
    $key,
    $value,
  }));
}

function findRecords(value: unknown, field: string): unknown[] {
  if (!isObject(value)) return [];

  const inside = Object.values(value).flatMap((one) => findRecords(one, field));

  return toText(getKey(value, field)) === undefined
    ? inside
    : [value, ...inside];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

const getKey = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const toText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).trim() || undefined
    : undefined;

function parseOrThrow(parse: (page: string) => unknown, page: string): unknown {
  try {
    return parse(page);
  } catch (error) {
    throw new UnreadableError(
      `the page does not parse: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
  }
}

function describeReader({ fields, under, select, at }: PageReader): string {
  const where =
    select ?? at ?? (fields ? `with a column or field “${fields.code}”` : '');
  return `${where}${under ? ` under “${under}”` : ''}; the form of the page may have changed`;
}
