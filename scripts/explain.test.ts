import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EntryJson } from '../lib/explain/as-json.ts';

const ROOT = join(import.meta.dirname, '..');
const NODE = join(ROOT, 'node_modules/.bin/node');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function run(args: readonly string[], input?: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, ['scripts/explain.ts', ...args], { cwd: ROOT });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

async function json(args: readonly string[], input?: string) {
  const { code, out, err } = await run([...args, '--json'], input);
  expect(err).toBe('');
  const { found, unknown } = JSON.parse(out) as { found: EntryJson[]; unknown: string[] };
  return { code, found, unknown, keys: found.map(({ key }) => key) };
}

const TIMEOUT = 30_000;

describe('npm run explain', { timeout: TIMEOUT }, () => {
  it('explains a code', async () => {
    const { code, found, unknown } = await json(['131047']);
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
    expect((await json(['1003'])).keys).toEqual(
      expect.arrayContaining(['meta/onprem/1003', 'gupshup/api/1003']),
    );
    expect((await json(['1003', '--provider', 'gupshup'])).keys[0]).toBe('gupshup/api/1003');
    expect((await json(['--provider=gupshup', '1003'])).keys[0]).toBe('gupshup/api/1003');
  });

  it('finds the range, the symbol, the subcode', async () => {
    expect((await json(['230'])).found[0]?.code).toBe('200-299');
    expect((await json(['MISSING_TOKEN'])).found[0]).toMatchObject({
      provider: 'cequens',
      code: 'MISSING_TOKEN',
    });
    expect((await json(['190/463'])).keys[0]).toBe('meta/graph/190.463');
  });

  it('gives an unknown code no meaning', async () => {
    expect(await json(['131999'])).toEqual({ code: 1, found: [], keys: [], unknown: ['131999'] });
    const { code, out } = await run(['131999']);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      "Six digits beginning with 131 are Meta's Cloud API codes about sending messages.",
    );
  });

  it('explains each error of a payload, in order, the cause before its wrapper', async () => {
    const webhook =
      '{"errors":[{"code":131026,"title":"Message undeliverable"},{"code":131047,"title":"Re-engagement message"}]}';
    expect((await json([webhook])).found.map(({ code }) => code)).toEqual(['131026', '131047']);
    const wrapped =
      '{"error":{"status":429,"code":"TOO_MANY_REQUESTS","message":"(#131056) limit","whatsappApiError":{"code":"131056"}}}';
    expect((await json([wrapped])).found.map(({ code }) => code)).toEqual(['131056', 'TOO_MANY_REQUESTS']);
  });

  it('searches by words, best first', async () => {
    expect((await json(['window', 'closed'])).keys[0]).toBe('meta/cloud/131047');
    expect((await json(['template paused'])).keys[0]).toBe('meta/cloud/132015');
  });

  it.each(['qwertzuiop', 'Your order 470 has 3 items', 'pedido 1234 entregue', '+55 11 98765-4321'])(
    'finds nothing in "%s"',
    async (text) => expect(await json([text])).toEqual({ code: 1, found: [], keys: [], unknown: [] }),
  );

  it('reads standard input, short or long', async () => {
    expect((await json(['-'], '131047\n')).keys).toEqual(['meta/cloud/131047']);
    const log = '2026-11-20T10:00:00 ERROR send failed: (#131047) Re-engagement message\n'.repeat(10_000);
    expect((await json(['-'], log)).keys).toEqual(['meta/cloud/131047']);
    expect((await json(['-'], '')).code).toBe(1);
  });

  it('prints the whole catalogue', async () => {
    const { code, out } = await run(['--all', '--json']);
    const { entries } = JSON.parse(out) as { entries: EntryJson[] };
    expect(code).toBe(0);
    expect(entries.length).toBeGreaterThan(500);
    expect(entries.every(({ claims, next }) => claims.length > 0 && next !== '')).toBe(true);
  });

  it('is readable within 80 columns, without colours in a pipe', async () => {
    const { out } = await run(['131056']);
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
  ])('ends with 2 and one clear sentence for %j', async (args) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^\S.*\nTry: npm run explain -- --help\n$/);
  });

  it('prints its help', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--provider ID');
  });
});
