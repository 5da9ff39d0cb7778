// Checks with recheck that every regular expression in shipped code takes linear time, or that its input is short. Runs
// in `npm run check`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import notations from '../data/notations.json' with { type: 'json' };
import privateForms from '../data/private-forms.json' with { type: 'json' };
import stateForms from '../data/state-forms.json' with { type: 'json' };
import supportFields from '../data/support-fields.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');

/** Regular expressions with possible quadratic or worse time, and why the input is short. */
const BOUNDED: Readonly<Record<string, string>> = {
  '~.*$': 'the hash of the catalogue’s own address',
  '\\..*$': 'digits, a full stop and digits',
  '[.\\s]+$': 'the browser’s own message, cut',
  '[^\\p{L}\\p{N}]+$': 'a word of a search',
  '(?:^|[\\n\\r|.])\\s*$': 'four characters',
  '(?:\\S*\\p{L}[^\\p{L} ]*|)(?: [^\\p{L} ]*){0,3}$': 'KEPT characters',
  '(?:[\\s[{(]|\\n[^\\S\\n]{0,8}(?:\\/\\/|[#*]))+$': '60 characters',
  '([\\w$]+)\\\\*["\'`]?\\s*(?::|=>?)\\s*\\\\*["\'`]?$': '60 characters',
  '(\\w+)\\\\*["\']?\\s*[:=]>?\\s*\\[\\s*\\{': 'OBJECT characters',
  '[}\\]]\\s*[,}\\]]?\\s*[{[]': 'BEHIND characters',
  '(?:%[\\da-f]?|&#?\\w{0,6}|\\\\+)$': 'twelve characters',
  '[\\p{L}\\p{N}]*$': 'REACH characters',
  '[\\p{L}\\p{N}]+(?:[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]+)?[^\\p{L}\\p{N}]+$':
    'LEAD characters',
  '\\}\\s*,?\\s*\\{': 'APART characters',
  '(?:^|[\\n\\t|,;])[ \\t]*$': 'four characters',
  '\\s*\\{[^}]*\\}\\s*|\\s+': 'a form of data/providers.yaml',
  "(?<!:\\/\\/[^\\s/@]{0,64}:)(?<![\\p{L}\\p{M}\\p{N}_.+%'!#$&*-])(?!git@)[\\p{L}\\p{M}\\p{N}_.+%'!#$&*-]+@(?!\\dx\\.)[\\p{L}\\p{M}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{M}\\p{N}-]{1,63}){0,4}\\.[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}-]{1,62}":
    'begins only where a local part begins',
  '^<([\\p{L}_][\\p{L}\\p{M}\\p{N}_.:-]*)([^<>]*)$':
    'from the last angle bracket',
  '(?: \\d+)+$': 'the words of one key',
  '=+$': 'an id that another pattern bounds',
  '[\\s\\u2190-\\u21ff\\u25a0-\\u25ff\\u2b00-\\u2bff]+$':
    'MAX_SHOWN characters',
  '\\s?\\S*$': 'AROUND characters',
  'https?:\\/\\/[\\w.]*(?:vonage|nexmo)\\.com\\/[^\\s"\'#]{0,90}error[^\\s"\'#]{0,60}#$':
    '140 characters',
};

interface Pattern {
  where: string;
  source: string;
  flags: string;
}

/** Collects the regular expression literals of shipped code. */
function collectPatterns(): Pattern[] {
  const tracked = execFileSync(
    'git',
    ['ls-files', 'lib', 'components', 'entrypoints'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );

  const files = tracked
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/test|fixture|fuzz/.test(file));

  return files.flatMap((file) => {
    const tree = ts.createSourceFile(
      file,
      readFileSync(join(ROOT, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );

    const found: Pattern[] = [];

    const visitNode = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');

        found.push({
          where: file,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        });
      }

      ts.forEachChild(node, visitNode);
    };

    visitNode(tree);

    return found;
  });
}

const isPattern = (one: object): one is { form: string; flags: string } =>
  'form' in one;

/** Collects the forms of `data/` that hold no list of words. */
const collectForms = (): Pattern[] =>
  [
    ...privateForms.private,
    ...privateForms.kept.map((kept) => ({ ...kept, flags: 'giu' })),
    ...[
      notations.forms,
      stateForms.forms,
      privateForms.numbers,
      privateForms.values,
      supportFields.keeps,
    ].flatMap((table) => Object.values<object>(table).filter(isPattern)),
  ]
    .filter(({ form }) => !form.includes('<<'))
    .map(({ form, flags }) => ({ where: 'data', source: form, flags }));

const isOpen = ({ source }: Pattern) =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'c'));

const all = [...collectPatterns(), ...collectForms()].filter(isOpen);
if (all.length < 100)
  throw new Error(
    `Only ${all.length} patterns were found: the search for them is broken.`,
  );

/** Patterns that were proved linear. `npm run check` proves only others, which `--record` adds; the nightly run proves all. */
const PROVED_FILE = join(import.meta.dirname, 'proved-patterns.txt');
const { version } = createRequire(import.meta.url)('recheck/package.json') as {
  version: string;
};
const hash = ({ source, flags }: Pattern) =>
  createHash('sha256')
    .update(`${version} ${flags} ${source}`)
    .digest('base64url')
    .slice(0, 12);
const isRecording = process.argv.includes('--record');
const isWhole = Boolean(process.env.NIGHTLY);
const proved = new Set(
  isWhole ? [] : readFileSync(PROVED_FILE, 'utf8').split('\n'),
);

/** Counted work, not time, limits the second check, because a busy machine reaches the time limits of the first. */
const PATIENT = {
  timeout: 600_000,
  attackTimeout: null,
  incubationTimeout: null,
};

function isSlow(pattern: Pattern): boolean {
  const { where, source, flags } = pattern;
  const isListed = Object.hasOwn(BOUNDED, source);
  if (!isWhole && (isListed || proved.has(hash(pattern)))) return isListed;

  // The sticky flag does not change the time. Sets of strings (flag v) are not used.
  const plainFlags = flags.replace(/[dy]/g, '').replace('v', 'u');

  const isProved = (limits: Parameters<typeof checkSync>[2]) =>
    checkSync(source, plainFlags, limits).status === 'safe';

  if (isProved({ timeout: 5_000 })) return false;
  if (isListed) return true;

  console.log(`${where}: /${source}/ takes long to prove, up to ten minutes.`);

  return !isProved(PATIENT);
}

const slow = new Set(all.filter(isSlow));
const sources = new Set([...slow].map(({ source }) => source));
const problems = [
  ...[...slow]
    .filter(({ source }) => !Object.hasOwn(BOUNDED, source))
    .map(
      ({ where, source }) =>
        `${where}: /${source}/ may take time that grows faster than its text`,
    ),
  ...Object.keys(BOUNDED)
    .filter((source) => !sources.has(source))
    .map(
      (source) =>
        `/${source}/ is listed as slow, and is not there or not slow any more`,
    ),
];
for (const problem of problems) console.error(problem);
if (problems.length === 0) {
  const safe = new Set(all.filter((pattern) => !slow.has(pattern)).map(hash));

  if (isRecording)
    writeFileSync(PROVED_FILE, `${[...safe].sort().join('\n')}\n`);

  const fresh = [...safe].filter((key) => !proved.has(key)).length;

  console.log(
    `${all.length} patterns with an open end, ${slow.size} of them on short texts, ${fresh} proved now.`,
  );
}
process.exitCode = problems.length === 0 ? 0 : 1;
