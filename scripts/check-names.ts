// Fails if two files export the same name: a name has one meaning in the repository, so that a search for it finds one thing.
// Fails if a module of lib outside lib/structure splits a text into lines, or has a pattern for the sign between key and value.
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
      return statement.declarationList.declarations.flatMap(({ name }) => getBoundNames(name));
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
  });
}

function getBoundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? getBoundNames(element.name) : [],
  );
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

/** Modules that may look for line breaks, with the reason. */
const LINE_READERS = [
  'lib/detect/packed-rows.ts', // reads what the build packed, no text
  'lib/detect/prefilter.ts', // every frame loads it
  'lib/paste/json-syntax-error.ts', // counts the lines of a stream
  'lib/page/', // cuts long texts of a page into pieces
];
const splitting = files.filter(
  (path) =>
    /^lib\/(?!structure\/)/.test(path) &&
    !LINE_READERS.some((reader) => path.startsWith(reader)) &&
    /(?:split|indexOf)\('\\n'|split\(\/\[?\\[rn]/i.test(readFileSync(join(ROOT, path), 'utf8')),
);
for (const path of splitting)
  console.error(`${path} splits a text into lines: use lib/structure/lines.ts, or table-rows.ts for cells.`);

/** Modules that may have a pattern for keys, with the reason. */
const KEY_READERS = [
  'lib/explain/detail-verdict.ts', // needs the quote that opens the value
  'lib/explain/failures.ts', // only asks whether a quoted key is between two codes
  'lib/explain/message-text.ts', // reads a string that is still open, and only quoted keys
];
const matching = files.filter(
  (path) =>
    /^lib\/(?!structure\/)/.test(path) &&
    !KEY_READERS.includes(path) &&
    /\(\?::\|=>|=>\|\[?:|\[:=\]\|=>/.test(readFileSync(join(ROOT, path), 'utf8')),
);
for (const path of matching)
  console.error(
    `${path} has a pattern for keys: use FIELD_SIGN or createFieldPattern of lib/structure/field-names.ts.`,
  );
process.exitCode = shared.length + splitting.length + matching.length > 0 ? 1 : 0;
