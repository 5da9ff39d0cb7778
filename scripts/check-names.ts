// Fails if two files export the same name: a name has one meaning in the repository, so that a search for it finds one thing.
// Fails if a module of lib outside lib/structure splits a text into lines, or has a pattern for keys.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/run.ts';

const FOLDERS = [
  'lib',
  'components',
  'entrypoints',
  'data',
  'build',
  'cli',
  'publish',
  'scripts',
];

/** A declaration, as Biome formats it. Re-exports are left out: they have the meaning of their source. */
const EXPORT =
  /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

const listed = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', ...FOLDERS],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
);
const files = listed
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path));
const sources = files.map((path) => ({
  path,
  source: readFileSync(join(ROOT, path), 'utf8'),
}));
const homes = Map.groupBy(
  sources.flatMap(({ path, source }) =>
    [...source.matchAll(EXPORT)].map(([, name]) => ({ name, path })),
  ),
  ({ name }) => name,
);
const problems = [...homes].flatMap(([name, own]) => {
  const paths = [...new Set(own.map(({ path }) => path))];
  return paths.length > 1
    ? `${name} is exported by ${paths.join(' and ')}: give one of them another name.`
    : [];
});

/** Jobs of lib/structure, and the modules that may do them too, with the reason. */
const JOBS = [
  {
    pattern: /(?:split|indexOf)\('\\n'|split\(\/\[?\\[rn]/i,
    message:
      'splits a text into lines: use lib/structure/lines.ts, or split-rows.ts for cells',
    exceptions: [
      'lib/detect/code-index.ts', // reads what the build packed, no text
      'lib/detect/prefilter/prefilter.ts', // every frame loads it
      'lib/page/', // cuts long texts of a page into pieces
    ],
  },
  {
    pattern: /\(\?::\|=>|=>\|\[?:|\[:=\]\|=>/,
    message:
      'has a pattern for keys: use FIELD_SIGN or createFieldPattern of lib/structure/field-names.ts',
    exceptions: [],
  },
  {
    pattern: /\b(?:Map|Object)\.groupBy\(/,
    message: 'groups by a method that Node 20 lacks: use groupBy of lib/core',
    exceptions: [],
  },
];
for (const { path, source } of sources.filter((one) =>
  /^lib\/(?!structure\/)/.test(one.path),
))
  for (const { pattern, message, exceptions } of JOBS)
    if (
      pattern.test(source) &&
      !exceptions.some((exception) => path.startsWith(exception))
    )
      problems.push(`${path} ${message}.`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
