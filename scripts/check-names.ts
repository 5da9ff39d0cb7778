// Fails if two files export the same name: a name has one meaning in the repository, so that a search for it finds one thing.
// Fails if a module of lib outside lib/structure splits a text into lines, or has a pattern for keys.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './run.ts';

const FOLDERS = ['lib', 'components', 'entrypoints', 'data', 'build', 'cli', 'publish', 'scripts'];

/** Returns the names that a file declares and exports. Re-exports are left out: they have the meaning of their source. */
function getExportedNames(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const kinds = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.DefaultKeyword))
      return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
  });
}

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...FOLDERS], {
  cwd: ROOT,
  encoding: 'utf8',
});
const files = listed.split('\n').filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path));
const homes = new Map<string, Set<string>>();
for (const path of files)
  for (const name of getExportedNames(path)) homes.set(name, (homes.get(name) ?? new Set()).add(path));

const shared = [...homes].filter(([, paths]) => paths.size > 1);
for (const [name, paths] of shared)
  console.error(`${name} is exported by ${[...paths].join(' and ')}: give one of them another name.`);

/** Jobs of lib/structure, and the modules that may do them too, with the reason. */
const JOBS = [
  {
    pattern: /(?:split|indexOf)\('\\n'|split\(\/\[?\\[rn]/i,
    message: 'splits a text into lines: use lib/structure/lines.ts, or table-rows.ts for cells',
    exceptions: [
      'lib/detect/packed-rows.ts', // reads what the build packed, no text
      'lib/detect/prefilter.ts', // every frame loads it
      'lib/page/', // cuts long texts of a page into pieces
    ],
  },
  {
    pattern: /\(\?::\|=>|=>\|\[?:|\[:=\]\|=>/,
    message: 'has a pattern for keys: use FIELD_SIGN or createFieldPattern of lib/structure/field-names.ts',
    exceptions: [],
  },
];
process.exitCode = shared.length > 0 ? 1 : 0;
for (const path of files.filter((one) => /^lib\/(?!structure\/)/.test(one))) {
  const source = readFileSync(join(ROOT, path), 'utf8');
  for (const { pattern, message, exceptions } of JOBS) {
    if (!pattern.test(source) || exceptions.some((exception) => path.startsWith(exception))) continue;
    console.error(`${path} ${message}.`);
    process.exitCode = 1;
  }
}
