import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import type { EntryJson } from '../lib/answer/format/entry-json.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import {
  type Ended,
  runExplain as runExplainHere,
} from '../tests/fixtures/run-explain.ts';
import type { Summary } from './explain/summary.ts';

const ROOT = join(import.meta.dirname, '..');
/** Without npm's `INIT_CWD`, so that results do not depend on the folder in which the tests are started. */
const { INIT_CWD: _, ...env } = process.env;
const NODE = join(ROOT, 'node_modules/.bin/node');

const catalogue = createCatalogue(readCatalogue());

const runExplain = (args: readonly string[], input?: string | Buffer) =>
  runExplainHere(args, catalogue, input);

/** Runs the command as a process of its own. */
function spawnExplain(
  args: readonly string[],
  input?: string | Buffer,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, ['cli/explain.ts', ...args], { cwd: ROOT, env });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

async function runForJson(args: readonly string[], input?: string | Buffer) {
  const { code, out, err } = await runExplain([...args, '--json'], input);
  expect(err).toBe('');
  const { found, unknown } = JSON.parse(out) as {
    found: EntryJson[];
    unknown: string[];
  };
  return { code, found, unknown, keys: found.map(({ key }) => key) };
}

const BLOCKS = 50;
/** 50 MB in blocks with one error each, most of it prose. This test is not about speed. */
function* generateLongLog(ending: string) {
  const prose = `worker idle, nothing to send${ending}`.repeat(36_000);
  for (let at = 0; at < BLOCKS; at++)
    yield `${prose}send wamid.HBgM${at}é🙂 failed: {"errors":[{"code":131047}]}${ending}`;
}

/** Sets a terminal's title, clears its line, colours it by an 8-bit sequence and turns the text around. */
const HOSTILE = '\u001b]0;owned\u0007\r\u009b31m\u202e';
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const createHostilePayload = (code: string) =>
  JSON.stringify({
    errors: [{ code, error_data: { details: `Part ${HOSTILE} failed` } }],
  });
const folder = mkdtempSync(join(tmpdir(), 'errata-explain-'));

afterAll(() => rmSync(folder, { recursive: true }));

const harmless = join(folder, `quiet${HOSTILE}.log`.replaceAll('/', ''));

writeFileSync(harmless, 'all messages were sent\nthe queue is empty\n');

describe('npm run explain', () => {
  it('explains a code', async () => {
    const { code, found, unknown } = await runForJson(['131047']);
    expect([code, unknown]).toEqual([0, []]);
    expect(found[0]).toMatchObject({
      provider: 'meta',
      api: 'cloud',
      code: '131047',
      subcode: null,
      turn: 'you',
      wait: null,
    });
    expect(Object.keys(found[0] ?? {}).slice(0, 12)).toEqual([
      'provider',
      'api',
      'code',
      'subcode',
      'title',
      'class',
      'meaning',
      'turn',
      'retry',
      'wait',
      'next',
      'claims',
    ]);
    expect(Object.keys(found[0]?.claims[0] ?? {}).slice(0, 6)).toEqual([
      'source',
      'row',
      'title',
      'says',
      'remedy',
      'agrees',
    ]);
  });

  it('lists every meaning, best first, and follows the provider', async () => {
    expect((await runForJson(['1003'])).keys).toEqual(
      expect.arrayContaining(['meta/onprem/1003', 'gupshup/api/1003']),
    );
    expect((await runForJson(['1003', '--provider', 'gupshup'])).keys[0]).toBe(
      'gupshup/api/1003',
    );
    expect((await runForJson(['--provider=gupshup', '1003'])).keys[0]).toBe(
      'gupshup/api/1003',
    );
  });

  it('answers words on standard input as it does an argument, as guesses', async () => {
    const asked = await runExplain(['outside window']);
    expect(asked.code).toBe(1);
    expect(await runExplain(['-'], 'outside window\n')).toEqual(asked);
    expect(await spawnExplain(['-'], 'outside window\n')).toEqual(asked);
    expect(asked.out).toMatch(/^No code found\. Closest matches:\n\n131047 /);
  });

  it('does not read 131 out of "error 131 999"', async () => {
    expect(await runForJson(['error 131 999'])).toEqual({
      code: 1,
      found: [],
      keys: [],
      unknown: ['131999'],
    });
  });

  it.each([
    ['short', 1],
    ['long', 3_000],
  ])(
    'answers what a %s stream had brought until Ctrl-C, with status 130',
    async (_, lines) => {
      const child = spawn(
        NODE,
        ['cli/explain.ts', '-', '--summary', '--json'],
        {
          cwd: ROOT,
        },
      );
      let out = '';
      let err = '';
      child.stdout.on('data', (data) => (out += data));
      child.stderr.on('data', (data) => (err += data));
      const closed = once(child, 'close');
      const isReading = once(child.stdin, 'drain');
      // More than the pipe's buffer, so that the other side must have started reading.
      if (
        child.stdin.write(
          `${'{"errors":[{"code":131047}]}\n'.repeat(lines)}${' '.repeat(1 << 20)}`,
        )
      )
        throw new Error('expected a full pipe');
      await isReading;
      child.kill('SIGINT');
      expect((await closed)[0]).toBe(130);
      expect(err).toBe('Stopped. The results cover what was read so far.\n');
      expect((JSON.parse(out) as Summary).codes[0]).toMatchObject({
        code: '131047',
      });
    },
  );

  it('finds the range, the symbol, the subcode', async () => {
    expect((await runForJson(['230'])).found[0]?.code).toBe('200-299');
    expect((await runForJson(['MISSING_TOKEN'])).found[0]).toMatchObject({
      provider: 'cequens',
      code: 'MISSING_TOKEN',
    });
    expect((await runForJson(['190/463'])).keys[0]).toBe('meta/graph/190.463');
  });

  it('gives an unknown code no meaning', async () => {
    expect(await runForJson(['131999'])).toEqual({
      code: 1,
      found: [],
      keys: [],
      unknown: ['131999'],
    });
    const { code, out } = await runExplain(['131999']);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      "Six-digit codes beginning with 131 are Meta's Cloud API codes about sending messages.",
    );
  });

  it('explains each error of a payload, in order, the cause before its wrapper', async () => {
    const webhook =
      '{"errors":[{"code":131026,"title":"Message undeliverable"},{"code":131047,"title":"Re-engagement message"}]}';
    expect((await runForJson([webhook])).found.map(({ code }) => code)).toEqual(
      ['131026', '131047'],
    );
    const wrapped =
      '{"error":{"status":429,"code":"TOO_MANY_REQUESTS","message":"(#131056) limit","whatsappApiError":{"code":"131056"}}}';
    expect((await runForJson([wrapped])).found.map(({ code }) => code)).toEqual(
      ['131056', 'TOO_MANY_REQUESTS'],
    );
  });

  it('searches by words, best first', async () => {
    expect((await runForJson(['window', 'closed'])).keys[0]).toBe(
      'meta/cloud/131047',
    );
    expect((await runForJson(['template paused'])).keys[0]).toBe(
      'meta/cloud/132015',
    );
  });

  it('exits with 1 if nothing is found', async () => {
    expect(await runForJson(['Your order 470 has 3 items'])).toEqual({
      code: 1,
      found: [],
      keys: [],
      unknown: [],
    });
  });

  it('reads short and long standard input', async () => {
    expect((await runForJson(['-'], '131047\n')).keys).toEqual([
      'meta/cloud/131047',
    ]);
    const log =
      '2026-11-20T10:00:00 ERROR send failed: (#131047) Re-engagement message\n'.repeat(
        2_000,
      );
    expect((await runForJson(['-'], log)).keys).toEqual(['meta/cloud/131047']);
    expect((await runForJson(['-'], '')).code).toBe(1);
  });

  it('prints the whole catalogue', async () => {
    const { code, out } = await runExplain(['--all', '--json']);
    const { entries } = JSON.parse(out) as { entries: EntryJson[] };
    expect(code).toBe(0);
    expect(entries.length).toBeGreaterThan(500);
    expect(
      entries.every(({ claims, next }) => claims.length > 0 && next !== ''),
    ).toBe(true);
  });

  it('is readable within 80 columns, without colours in a pipe', async () => {
    const { out } = await runExplain(['131056']);
    expect(out).toContain('131056');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [['--bogus', '131047']],
    [['--provider', 'nobody', '131047']],
    [['--provider']],
    [[]],
    [['--all']],
    [['--all', '--json', '131047']],
    [['--file']],
    [['--file', 'app.log', '131047']],
  ])('ends with 2 and one clear sentence for %j', async (args) => {
    const { code, out, err } = await runExplain(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^\S.*\nTry: npm run explain -- --help\n$/);
  });

  it('checks a message against its template, in files or standard input', async () => {
    const template = {
      name: 'a',
      language: 'en',
      components: [{ type: 'BODY', text: 'Hello {{1}} and hi' }],
    };
    const message = {
      type: 'template',
      template: { name: 'a', language: { code: 'en' }, components: [] },
    };
    const paths = [template, message].map((content, at) => {
      const path = join(folder, `${at}.json`);
      writeFileSync(path, JSON.stringify(content));
      return path;
    });
    const { code, out, err } = await runExplain(['check', ...paths]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(
      /^132000 request template\.components\n {2}The body .* sends 0 values\.\n {2}https:/,
    );
    const json = await runExplain(
      ['check', '-', '--json'],
      `${JSON.stringify(template)}\n${JSON.stringify(message)}`,
    );
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      findings: [{ code: '132000', in: 'request', hint: false }],
    });

    const right = {
      ...template,
      components: [{ type: 'BODY', text: 'Hello' }],
    };
    expect(await runExplain(['check', '-'], JSON.stringify(right))).toEqual({
      code: 0,
      out: 'No problems found.\n',
      err: '',
    });
    expect(await runExplain(['check', '-'], '131047')).toMatchObject({
      code: 2,
      out: '',
      err: 'No template found in -\n',
    });
    expect((await runExplain(['check'])).err).toMatch(
      /^Nothing to check\..*\nTry: /,
    );
    expect((await runExplain(['check', '--bad'])).err).toMatch(
      /^Unknown option '--bad'\nTry: /,
    );
    const help = await runExplain(['check', '--help']);
    expect(help).toMatchObject({
      code: 0,
      out: expect.stringContaining('check PATH...'),
      err: '',
    });
  });

  it('ends its process with that status and sentence', async () =>
    expect(await spawnExplain(['--bogus'])).toEqual(
      await runExplain(['--bogus']),
    ));

  it('lists the providers if one is unknown', async () => {
    const { err } = await runExplain(['--provider', 'nobody', '131047']);
    expect(err).toMatch(
      /Unknown provider "nobody"\. Known providers: .*360dialog.*gupshup.*meta.*twilio/,
    );
  });

  it('counts the codes of a log', async () => {
    const log =
      '{"errors":[{"code":131047}]}\n'.repeat(1_800) +
      '{"errors":[{"code":131049}]}\n'.repeat(200);
    const { code, out, err } = await runExplain(
      ['-', '--summary', '--json'],
      log,
    );
    expect([code, err]).toEqual([0, '']);
    const summary = JSON.parse(out) as Summary;
    expect(summary).toMatchObject({
      total: 2_000,
      known: 2_000,
      unknown: 0,
      providers: { meta: 2_000 },
    });
    expect(summary.codes.map(({ key, count }) => [key, count])).toEqual([
      ['meta/cloud/131047', 1_800],
      ['meta/cloud/131049', 200],
    ]);
    expect((await runExplain(['-', '--summary'], log)).out).toMatch(
      /^2,000 errors\n\nWhose turn\n/,
    );
    expect(await runExplain(['-', '--summary'], 'all is well\n')).toEqual({
      code: 1,
      out: 'No error code found.\n',
      err: '',
    });
  });

  it('reads an export in UTF-16 with CR line ends', async () => {
    const rows = '+14155550100\tfailed\t131047\r+14155550101\tfailed\t131026\r';
    const input = Buffer.from(`To\tStatus\tError code\r${rows}`, 'utf16le');
    expect((await runForJson(['-'], input)).keys).toEqual([
      'meta/cloud/131047',
      'meta/cloud/131026',
    ]);
  });

  it('reads a file, and suggests it if its name was given as text', async () => {
    const log = join(folder, 'app log.txt');
    writeFileSync(
      log,
      'send failed: (#131047) Re-engagement message\r\n'.repeat(2_000),
    );
    expect((await runForJson(['--file', log])).keys).toEqual([
      'meta/cloud/131047',
    ]);
    expect((await runForJson([`--file=${log}`])).keys).toEqual([
      'meta/cloud/131047',
    ]);
    const { code, err } = await runExplain([log]);
    expect([code, err]).toEqual([
      1,
      `A file has this name. To read it, use --file ${log}\n`,
    ]);
    const quiet = join(log, '../quiet.log');
    writeFileSync(quiet, 'all messages were sent\nthe queue is empty\n');
    const none = {
      code: 1,
      out: `No error code found in ${quiet}.\n`,
      err: '',
    };
    expect(await runExplain(['--file', quiet])).toEqual(none);
    expect(await runExplain(['--file', quiet, '--summary'])).toEqual(none);
    const sentence = join(log, '../sentence.log');
    writeFileSync(sentence, 'the customer wrote more than 24 hours ago\n');
    const { code: status, out } = await runExplain(['--file', sentence]);
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/^No code found\. Closest matches:\s+131047 /),
    ]);
  });

  it.each([
    [
      'a file that is not there',
      ['--file', '/nowhere/app.log'],
      '',
      /^File not found: \/nowhere\/app\.log\n$/,
    ],
    ['a folder', ['--file', '.'], '', /^This is a folder, not a file: \.\n$/],
    ['gzip', ['-'], gzipSync('131047'), /^This is a gzip file.*gunzip -c.*\n$/],
    ['binary data', ['-', '--json'], Buffer.alloc(9_000), /^This isn’t text/],
  ])(
    'ends with 2 and one clear sentence for %s',
    async (_, args, input, message) => {
      const { code, out, err } = await runExplain(args, input);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    },
  );

  it.each([
    [
      'the head of a table without codes',
      ['--csv', '-'],
      `a${HOSTILE},b\n1,2\n`,
    ],
    [
      'the head of a column',
      ['--csv', '-', '--code-column', '2'],
      `id,"code${HOSTILE}"\n1,131047\n`,
    ],
    ['the name of a missing file', ['--file', `no${HOSTILE}`], ''],
    ['the name of a missing table', ['--csv', `no${HOSTILE}`], ''],
    ['the name of a file without codes', ['--file', harmless], ''],
    ['the name of a file in a summary', ['--file', harmless, '--summary'], ''],
    ['the name of a file as a text', [harmless], ''],
    ['the name of a provider', ['--provider', `x${HOSTILE}`, '131047'], ''],
    ['an option', [`--x=${HOSTILE}`], ''],
    ['a code', [`{"error":{"code":"WA${HOSTILE}_X"}}`], ''],
    ['words', [`outside ${HOSTILE} window`], ''],
    ['the message beside a code', ['-'], createHostilePayload('131047')],
    [
      'the message beside an unknown code',
      ['-'],
      createHostilePayload('139999'),
    ],
    [
      'codes in a summary',
      ['-', '--summary'],
      createHostilePayload(`A${HOSTILE}_B`),
    ],
  ])('prints no control character of %s', async (_, args, input) => {
    const { out, err } = await runExplain(args, input);
    const printed = args.includes('--csv') ? err : err + out;
    expect(printed).not.toBe('');
    expect(printed).not.toMatch(CONTROLS);
  });

  it('exits quietly if its reader has closed the pipe', async () => {
    const child = spawn(
      'bash',
      [
        '-c',
        `"${NODE}" cli/explain.ts --all --json | head -c 10; echo " \${PIPESTATUS[0]}"`,
      ],
      {
        cwd: ROOT,
      },
    );
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    await once(child, 'close');
    expect([out, err]).toEqual(['{"entries" 0\n', '']);
  });

  it.skipIf(!existsSync('/dev/full'))('says that a disk is full', async () => {
    const child = spawn(
      'bash',
      ['-c', `"${NODE}" cli/explain.ts 131047 > /dev/full`],
      { cwd: ROOT, env },
    );

    let err = '';
    child.stderr.on('data', (data) => (err += data));

    expect(await once(child, 'close')).toEqual([2, null]);
    expect(err).toMatch(/^Couldn't write the output: ENOSPC/);
  });

  // By day, answer-stream.test.ts measures the memory of thousands of messages.
  it.runIf(process.env.NIGHTLY)(
    'reads 100 MB in constant memory, as one line or many',
    async () => {
      // A heap too small for a fifth of the input: memory that grew with the input would crash the process.
      const child = spawn(
        NODE,
        [
          '--max-old-space-size=160',
          'cli/explain.ts',
          '-',
          '--summary',
          '--json',
        ],
        {
          cwd: ROOT,
          stdio: ['pipe', 'pipe', 'inherit'],
        },
      );
      let out = '';
      child.stdout.on('data', (data) => (out += data));
      const ended = once(child, 'close');
      for (const ending of ['\n', ' '])
        await pipeline(Readable.from(generateLongLog(ending)), child.stdin, {
          end: ending === ' ',
        });
      expect(await ended).toEqual([0, null]);
      const { total, codes } = JSON.parse(out) as Summary;
      expect([total, codes.map(({ key }) => key)]).toEqual([
        2 * BLOCKS,
        ['meta/cloud/131047'],
      ]);
    },
  );

  it('prints its help', async () => {
    const { code, out } = await runExplain(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--provider ID');
  });
});

describe('npm run explain -- --csv', () => {
  it('writes the table with added columns, and the summary to standard error', async () => {
    const { code, out, err } = await runExplain(
      ['--csv', '-'],
      'to,error_code\nAna,131047\nJo,\n',
    );
    expect(
      out.split('\n').map((line) => line.split(',').slice(0, 3).join()),
    ).toEqual([
      'to,error_code,errata_title',
      'Ana,131047,Re-engagement message',
      'Jo,,',
      '',
    ]);
    expect(err).toMatch(
      /^2 rows, code from "error_code"\n +1 {2}Fix first, to 1 recipient\n +1 {2}Did not fail\n$/,
    );
    expect(code).toBe(0);
  });

  it('writes only rows that may be sent again now', async () => {
    const table = 'n;c\n1;131000\n2;131047\n3;131000\n';
    const { out } = await runExplain(
      ['--csv', '-', '--retry-now', '--code-column', 'c'],
      table,
    );
    expect(out.match(/^\d(?=;)/gm)).toEqual(['1', '3']);
  });

  it.each([
    [
      ['--csv', '-'],
      'a,b\n1,2\n',
      /^No column with error codes found\. Choose the code column\. This table has: a, b\n$/,
    ],
    [['--csv', '-'], '{"code":131047}', /^This isn’t a table\./],
    [
      ['--csv', 'no-such-file.csv'],
      '',
      /^File not found: no-such-file\.csv\n$/,
    ],
    [['--csv', 'x.csv', '131047'], '', /^--csv can't be combined/],
  ])('says what is wrong with %j', async (args, input, message) => {
    const { code, out, err } = await runExplain(args, input);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('explains a million rows in a gigabyte', {
    skip: !process.env.NIGHTLY,
  }, async () => {
    const child = spawn(
      NODE,
      ['--max-old-space-size=1000', 'cli/explain.ts', '--csv', '-'],
      {
        cwd: ROOT,
        env,
      },
    );
    const block = (at: number) =>
      Array.from(
        { length: 10_000 },
        (_, row) =>
          `${at},${row},"wamid, ${at * row}",131026,+55119${at * row}\n`,
      ).join('');
    let lines = 0;
    child.stdout.on(
      'data',
      (data: Buffer) =>
        (lines += data.toString('latin1').split('\n').length - 1),
    );
    const blocks = function* () {
      yield 'a,b,id,error_code,error_details\n';
      for (let at = 0; at < 100; at++) yield block(at);
    };
    await pipeline(Readable.from(blocks()), child.stdin);
    const [status] = await once(child, 'close');
    expect([status, lines]).toEqual([0, 1_000_001]);
  });
});
