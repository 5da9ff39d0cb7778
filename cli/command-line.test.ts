import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../build/run.ts';
import { takeNthByDay } from '../tests/by-day.ts';

/** Without npm's `INIT_CWD`, so that results do not depend on the folder in which the tests are started. */
const { INIT_CWD: _, ...env } = process.env;

test.each(
  takeNthByDay(2, [
    [
      'scripts/bench.ts --runs abc',
      /^--runs must be a whole number of at least 1, not "abc"/,
    ],
    [
      'scripts/bench.ts --only colour',
      /^Unknown figure "colour"\. Known figures: script-heads/,
    ],
    [
      'scripts/bench.ts --fast',
      /^Unknown option '--fast'\s+Usage: npm run bench/,
    ],
    [
      'scripts/learn.ts --runs',
      /^Unknown option '--runs'.*\s+Usage: npm run learn/,
    ],
    [
      'scripts/demo.ts --shots package.json',
      /^This is a file, not a folder: package\.json/,
    ],
    [
      'publish/catalogue.ts --out package.json',
      /^This is a file, not a folder: package\.json/,
    ],
    ['scripts/evaluate.ts nowhere.jsonl', /^File not found: nowhere\.jsonl/],
    ['scripts/evaluate.ts', /^Usage: npm run evaluate/],
    [
      'scripts/evaluate.ts no\u001b]0;x\u0007.jsonl',
      /^An argument has control characters: no␛]0;x␇\.jsonl/,
    ],
    ['cli/mask.ts no\u001b]0;x\u0007.log', /^File not found: no␛]0;x␇\.log/],
    [
      'scripts/sources.ts no\u001b]0;x\u0007',
      /^An argument has control characters: no␛]0;x␇/,
    ],
  ] as const),
)(
  '%s: what is wrong is said in words, without a stack and before any work',
  (command, said) => {
    const [script = '', ...args] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(
      join(ROOT, 'node_modules/.bin/node'),
      [script, ...args],
      {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      },
    );
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  },
);

test('evaluate.ts prints no control character of its corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-corpus-'));

  onTestFinished(() => rmSync(folder, { recursive: true }));

  const file = join(folder, 'corpus.jsonl');
  const text = 'a\u001b]0;x\u0007 (#131047) Re-engagement message';
  writeFileSync(
    file,
    JSON.stringify({ id: 'a\u001b', kind: 'b\u0007', text, codes: [] }),
  );
  const { status, stdout } = spawnSync(
    join(ROOT, 'node_modules/.bin/node'),
    [join(ROOT, 'scripts/evaluate.ts'), file],
    { env, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/^false alarm: 131047 .* in a␛ \(b␇\)/);
  expect(stdout).not.toContain('\u001b');
});
