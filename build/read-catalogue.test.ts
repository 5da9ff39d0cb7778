import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from './read-catalogue.ts';

const FILE = `provider: acmesend
api: api
entries:
  - code: '9001'
    title: Out of paper
    class: other
    meaning: The tray is empty.
    verdict: { turn: you, retry: after-fix }
    next: Fill the tray.
    claims:
      - { source: meta-2026, agrees: true }
`;

/** What somebody new to YAML and to this catalogue gets wrong: each message has the line and what to write. */
describe('a mistake in a file of data/', () => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-data-'));
  beforeAll(() => {
    for (const name of readdirSync(join(import.meta.dirname, '../data')).filter(
      (one) => /\.yaml$/.test(one),
    ))
      writeFileSync(join(folder, name), '[]\n');
    writeFileSync(join(folder, 'source-reads.json'), '{}\n');
    writeFileSync(join(folder, 'source-links.json'), '{}\n');
    writeFileSync(
      join(folder, 'preflight.yaml'),
      '{ buttons: [], parameters: {}, rules: [] }\n',
    );
    mkdirSync(join(folder, 'acmesend'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Returns the lines of problems with a file, without their folder. */
  function findProblems(content: string, name = 'acmesend/api.yaml'): string[] {
    const file = join(folder, name);
    writeFileSync(file, content);
    try {
      readCatalogue(folder);
      return [];
    } catch (error) {
      const [, ...lines] = (error as Error).message.split('\n');
      return lines.map((line) => line.replace(/^.*errata-data-\w+\//, ''));
    } finally {
      rmSync(file);
    }
  }

  it.each<[string, string, ...RegExp[]]>([
    ['no content', '', /:1: must be a record .*, but is empty$/],
    [
      'no head',
      FILE.slice(FILE.indexOf('  -')),
      /:1 provider: missing$/,
      /:1 api: missing$/,
    ],
    [
      'a misspelt head',
      FILE.replace('entries:', 'codes:'),
      /:1 entries: missing$/,
      /:4 codes: unknown field/,
    ],
    [
      'nothing below `entries`',
      FILE.slice(0, FILE.indexOf('  -')),
      /:3 entries: must be a list .* empty$/,
    ],
    [
      'no list',
      FILE.replace('  -', '   '),
      /:4 9001 entries: must be a list .*, but is a record/,
    ],
    [
      'tabs',
      FILE.replaceAll(/^ {4}/gm, '\t'),
      /:5 is not YAML: Tabs .*\. Indent with blanks/,
    ],
    [
      'a wrong indent',
      FILE.replace('    title', '   title'),
      /:5 is not YAML: .*Indent with blanks/,
    ],
    [
      'a colon in a text',
      FILE.replace('tray is', 'tray: is'),
      /:7 is not YAML: .*quote texts/,
    ],
    [
      'a field twice',
      `${FILE}    next: Wait.\n`,
      /:12 is not YAML: Map keys must be unique/,
    ],
    [
      'a number without quotes',
      FILE.replace("'9001'", '9001'),
      /:4 9001 code: must be a text in quotes/,
    ],
    [
      'a misspelt field',
      FILE.replace('meaning', 'menaing'),
      /:4 9001 meaning: missing$/,
      /:7 9001 menaing: unknown field/,
    ],
    [
      'missing fields',
      FILE.replace(/ {4}title.*\n.*\n/, ''),
      /:4 9001 title: missing$/,
      /:4 9001 class: missing$/,
    ],
    [
      'an unknown value',
      FILE.replace('you', 'me'),
      /:8 9001 verdict\.turn: .*one of "you", .*is "me"$/,
    ],
    [
      'a field left empty',
      FILE.replace('Fill the tray.', ''),
      /:9 9001 next: must be a text .*is empty$/,
    ],
    [
      'a text for a record',
      FILE.replace(/\{ turn.*/, 'later'),
      /:8 9001 verdict: must be a record .*"later"$/,
    ],
    [
      'a text for a list',
      `${FILE}    symbols: PAPER\n`,
      /:12 9001 symbols: must be a list .*is "PAPER"$/,
    ],
    [
      'a misspelt part',
      `${FILE}    causes: [{ txt: A jam }]\n`,
      /:12 9001 causes\.0: text: missing; txt: unk/,
    ],
    [
      'an incomplete part',
      `${FILE}    steps: [{ do: Fill it. }]\n`,
      /:12 9001 steps\.0\.who: missing$/,
    ],
  ])('%s', (_, content, ...expected) => {
    expect(findProblems(content)).toEqual(
      expected.map((one) => expect.stringMatching(one)),
    );
  });

  it.each([
    'acmesend/api.yml',
    'acmesend/api.YAML',
    'acmesend.yaml',
    'acmesend/codes.yaml',
  ])('a file named %s', (name) => {
    const [first] = findProblems(FILE, name);
    expect(first).toBe(
      `${name}:1 provider: the file must be acmesend/api.yaml`,
    );
  });
});
