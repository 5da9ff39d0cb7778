import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type {
  AcceptedDifference,
  Entry,
  PageReader,
  SourceReads,
} from '../../data/schema.ts';
import { checkSources, listReadSources, recordReads } from './check-sources.ts';
import type { SourceData } from './compare.ts';
import { UnreadableError } from './compare.ts';
import { formatChecks } from './differences-report.ts';
import { createDrafts } from './drafts.ts';
import { fetchPage } from './fetch-page.ts';
import { readPage } from './read-page.ts';

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../tests/sources', name), 'utf8');
const reader = (rule: Partial<PageReader>): PageReader => ({
  format: 'markdown',
  tried: false,
  ...rule,
});

const MARKDOWN = reader({
  fields: { code: 'Code', text: 'Description', http: 'HTTP Status Code' },
  pattern: String.raw`(?<code>\d+)(?:[\s-]+(?<title>[^\d,\s][^\n]*))?`,
});
const HTML = reader({
  format: 'html',
  fields: { code: 'Error code | Code', title: 'Title', text: '#3' },
});
const JSON_LIST = reader({
  format: 'json',
  fields: { code: 'code', title: 'message', text: 'description' },
});
const SOURCE_FILE = reader({
  format: 'text',
  pattern: String.raw`class (?<title>\w+)\(\w+\):\n    """(?<text>[^"]*)"""\n\n    __error_codes__ = \((?<code>[\d,\s]+)\)`,
});

describe('a page', () => {
  test('in Markdown is read by its column headings, with several codes and a title in a cell', () => {
    expect(readPage(page('table.md'), MARKDOWN)).toEqual([
      {
        code: '7',
        title: 'Out of paper',
        text: 'The tray is empty.\nFill it.',
        http: '400 Bad request',
      },
      {
        code: '8',
        title: undefined,
        text: 'Paper is stuck in the feeder.',
        http: '500 Server error',
      },
      {
        code: '9',
        title: 'Paper jam',
        text: 'Paper is stuck in the feeder.',
        http: '500 Server error',
      },
      {
        code: '20',
        title: 'Out of ink',
        text: 'The cartridge is empty.',
        http: '400 Bad request',
      },
    ]);
  });

  test.each([
    ['in HTML', 'table.html', HTML],
    [
      'with a heading for each code',
      'headings.html',
      reader({ format: 'html', under: 'Errors', select: 'h3' }),
    ],
    ['in JSON', 'list.json', JSON_LIST],
    [
      'in OpenAPI',
      'openapi.yaml',
      reader({ format: 'yaml', fields: { code: 'code', title: 'title' } }),
    ],
  ])('%s gives code and title', (_, name, rule) => {
    expect(
      readPage(page(name), rule).map(({ code, title }) => [code, title]),
    ).toEqual([
      ['7', 'Out of paper'],
      ['8', 'Paper jam'],
    ]);
  });

  test('with a heading for each code has the text below it', () => {
    const rule = reader({ format: 'html', under: 'Errors', select: 'h3' });
    expect(readPage(page('headings.html'), rule)[0]?.text).toBe(
      'The tray is empty.\nFill it.',
    );
  });

  test('with a mapping is read by key and value', () => {
    const rule = reader({
      format: 'yaml',
      at: 'x-codes',
      fields: { code: '$key', text: '$value' },
    });
    expect(readPage(page('openapi.yaml'), rule)[0]).toMatchObject({
      code: 'TRAY_EMPTY',
      text: 'The tray is empty.',
    });
  });

  test('of source code is read by a pattern', () => {
    expect(
      readPage(page('errors.py'), SOURCE_FILE).map(({ code, title }) => [
        code,
        title,
      ]),
    ).toEqual([
      ['7', 'OutOfPaper'],
      ['8', 'PaperJam'],
      ['9', 'PaperJam'],
    ]);
  });

  test('is read only under its heading', () => {
    const codes = readPage(page('table.md'), {
      ...MARKDOWN,
      under: 'Ink errors',
    }).map(({ code }) => code);
    expect(codes).toEqual(['20']);
  });

  test.each([
    ['that is empty', ' \n', MARKDOWN, /empty/],
    [
      'in HTML instead of Markdown',
      page('table.html'),
      MARKDOWN,
      /HTML instead of markdown/,
    ],
    [
      'in HTML instead of JSON',
      page('table.html'),
      JSON_LIST,
      /HTML instead of json/,
    ],
    ['that does not parse', '{ "code": ', JSON_LIST, /does not parse/],
    [
      'whose table has other columns',
      page('table.md').replaceAll('| Code |', '| Number |'),
      MARKDOWN,
      /no table .*“Code”/,
    ],
    [
      'whose table has moved',
      page('table.md'),
      { ...MARKDOWN, under: 'Errors of ink' },
      /no heading “Errors of ink”/,
    ],
    [
      'whose table is empty',
      '| Code | Description |\n| --- | --- |\n',
      MARKDOWN,
      /no code found/,
    ],
  ])('%s is unreadable', (_, text, rule, message) => {
    expect(() => readPage(text, rule)).toThrow(UnreadableError);
    expect(() => readPage(text, rule)).toThrow(message);
  });

  test('that answers 404 is unreadable', async () => {
    const server = createServer((_, answer) =>
      answer.writeHead(404).end('<html>'),
    ).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(fetchPage(`http://127.0.0.1:${port}/`)).rejects.toThrow(
      new UnreadableError('HTTP 404'),
    );
    server.close();
  });
});

function createEntry(code: string, title: string, source = 'acme'): Entry {
  const claim = {
    source,
    title,
    says: `${title}, in our words.`,
    http: 400,
    agrees: true,
  };
  return {
    code,
    title,
    provider: 'acme',
    api: 'api',
    key: `acme/api/${code}`,
    claims: [claim],
  } as unknown as Entry;
}

function createData(change: Partial<SourceData> = {}): SourceData {
  const source = {
    name: 'Errors',
    publisher: 'Acme',
    kind: 'official',
    seen: '2026-11-01',
    trust: 3,
  } as const;
  return {
    entries: [
      createEntry('7', 'Out of paper'),
      createEntry('9', 'Paper jam'),
      createEntry('20', 'Out of ink'),
    ],
    sources: [
      {
        ...source,
        id: 'acme',
        url: 'https://acme.example/errors',
        read: MARKDOWN,
      },
    ],
    accepted: [],
    reads: {},
    links: {},
    ...change,
  };
}

const check = (data: SourceData, text: string) =>
  checkSources(listReadSources(data), data, () => text);

async function compare(text: string, change: Partial<SourceData> = {}) {
  const [result] = await check(createData(change), text);
  if (result?.unreadable) return result.unreadable;
  return result?.differences.map(({ kind, code, here, there }) => [
    kind,
    code,
    here,
    there,
  ]);
}

const accept = (record: Partial<AcceptedDifference>): AcceptedDifference[] => [
  {
    source: 'acme',
    kind: 'new',
    codes: ['8'],
    reason: 'The same as 9.',
    ...record,
  },
];
const KNOWN = { accepted: accept({}) };
const TABLE = page('table.md');
const addRow = (row: string) =>
  TABLE.replace(/^\| `8`.*$/m, (last) => `${last}\n${row}`);

describe('a comparison', () => {
  test('finds nothing if page and claims agree', async () => {
    expect(
      await compare(TABLE.replaceAll('`500`  Server', '`400`  Bad'), KNOWN),
    ).toEqual([]);
  });

  test('finds an added row', async () => {
    const added = addRow(
      '| `10`  Paper too thick | It does not fit. | | `400` |',
    );
    expect(await compare(added, KNOWN)).toContainEqual([
      'new',
      '10',
      undefined,
      'Paper too thick',
    ]);
  });

  test('finds a removed row', async () => {
    const removed = TABLE.replace(/^\| `7`.*\n/m, '');
    expect(await compare(removed, KNOWN)).toContainEqual([
      'vanished',
      '7',
      'Out of paper',
      undefined,
    ]);
  });

  test('finds a changed title and a changed status', async () => {
    const changed = TABLE.replace(
      '`7`  Out of paper',
      '`7`  Tray is open',
    ).replace('`400`  Bad', '`422`  Bad');
    const found = await compare(changed, KNOWN);
    expect(found).toContainEqual([
      'title',
      '7',
      'Out of paper',
      'Tray is open',
    ]);
    expect(found).toContainEqual(['http', '7', '400', '422 Bad request']);
  });

  test('finds a text that has changed since the last time, and shows ours next to it', async () => {
    const data = createData(KNOWN);
    const reads: SourceReads = JSON.parse(
      recordReads(await check(data, TABLE), data, '2026-11-20'),
    );
    const changed = TABLE.replace(
      'The cartridge is empty.',
      'The cartridge leaks.',
    );
    expect(await compare(changed, { ...KNOWN, reads })).toContainEqual([
      'text',
      '20',
      'Out of ink, in our words.',
      'The cartridge leaks.',
    ]);
    const spaced = TABLE.replace(
      'The cartridge is empty.',
      '**The cartridge** is empty',
    );
    expect(await compare(spaced, { ...KNOWN, reads })).not.toContainEqual(
      expect.arrayContaining(['text']),
    );
  });

  test('ignores a page that has lost most of its codes', async () => {
    const data = createData(KNOWN);
    const reads: SourceReads = JSON.parse(
      recordReads(await check(data, TABLE), data, '2026-11-20'),
    );
    const short = TABLE.replace(/^\| `[789]`.*\n/gm, '');
    expect(await compare(short, { ...KNOWN, reads })).toMatch(
      /only 1 of the 4 codes of the last time/,
    );
    expect(await compare(TABLE.replace(/`(\d+)`/g, '`5$1`'))).toMatch(
      /none of the 3 entries/,
    );
  });

  test('excludes accepted differences, unless the page changes again', async () => {
    const changed = TABLE.replace('`7`  Out of paper', '`7`  Tray is open');
    const accepted = [
      ...accept({}),
      ...accept({ kind: 'title', codes: ['5-7'], value: 'Tray is open' }),
    ];
    const titles = async (text: string) =>
      JSON.stringify(await compare(text, { accepted })).includes('"title"');
    expect(await titles(changed)).toBe(false);
    expect(await titles(changed.replace('Tray is open', 'Tray is gone'))).toBe(
      true,
    );
  });

  test('treats an older edition of the page as the same list', async () => {
    const data = createData();
    const [source] = data.sources;
    if (!source) throw new Error('no source');
    const sources = [
      source,
      { ...source, id: 'acme-2020', read: { as: 'acme' } },
    ];
    const entries = [
      ...data.entries,
      createEntry('8', 'Paper stuck (title of 2020)', 'acme-2020'),
    ];
    const found = JSON.stringify(await compare(TABLE, { sources, entries }));
    expect(found).not.toMatch(/"(new|title|vanished)"/);
  });
});

test('a report quotes a page as code, and lists what it could not read', async () => {
  const data = createData();
  const evil = addRow(
    '| `10`  @everyone `x` [link](https://evil.example) | | | |',
  );
  const report = formatChecks(await check(data, evil));
  expect(report).toContain('- `10`: page `@everyone x link`');
  expect(formatChecks(await check(data, ''))).toContain(
    '- acme `https://acme.example/errors`: `the page is empty`',
  );
});

test('a draft has the words of the page as a comment, and gaps where a person must write', async () => {
  const data = createData();
  const added = addRow(
    '| `10`  Paper # too: thick | It does\tnot fit. | | `400` |',
  );
  const draft =
    createDrafts(await check(data, added), data).get('acme/api.yaml') ?? '';
  const [, record] = parse(`entries:\n${draft}`).entries;
  expect(record).toMatchObject({
    code: '10',
    draft: true,
    title: 'Paper # too: thick',
    http: 400,
    next: '',
  });
  expect(record.claims).toEqual([
    { source: 'acme', title: 'Paper # too: thick', says: '', agrees: true },
  ]);
  expect(draft).toContain('# The page says: It does not fit.');
});

test('the workflow never runs for a pull request, pins its actions, and gives a job that reads no right to write', () => {
  const text = readFileSync(
    join(import.meta.dirname, '../../.github/workflows/sources.yml'),
    'utf8',
  );
  const { on, permissions, jobs } = parse(text);
  expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch']);
  expect(permissions).toEqual({});
  expect(jobs.read.permissions).toEqual({ contents: 'read' });
  const actions = text.match(/(?<=uses: )\S+/g) ?? [];
  expect(
    actions.filter((action) => !/^[\w/-]+@[0-9a-f]{40}$/.test(action)),
  ).toEqual([]);
  expect(JSON.stringify(jobs.propose.steps)).not.toMatch(/npm|node/);
});
