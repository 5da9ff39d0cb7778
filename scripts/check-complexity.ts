// Fails if a function is hard to read that is not listed in scripts/complex-functions.json, or if one that is listed got worse.
// The list may only shrink: a function that is plain by now has to leave it. `--write` takes out what no longer applies.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../build/run.ts';

const LIST = 'scripts/complex-functions.json';

const FOLDERS = [
  'build',
  'cli',
  'components',
  'data',
  'entrypoints',
  'lib',
  'publish',
  'scripts',
];

/** What is measured in a function, by Biome's rule: its cognitive complexity above 15, its ternaries within ternaries. */
const RULES: Readonly<Record<string, keyof Excess>> = {
  'lint/complexity/noExcessiveCognitiveComplexity': 'complexity',
  'lint/style/noNestedTernary': 'nestedTernaries',
};

interface Excess {
  complexity: number;
  nestedTernaries: number;
}

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string; start: { line: number; column: number } };
}

type ExcessByFunction = Readonly<Record<string, Excess>>;

/** Runs Biome's two rules over the source, without tests. */
function lint(): readonly Diagnostic[] {
  const biome = join(ROOT, 'node_modules/.bin/biome');

  const { stdout } = spawnSync(
    biome,
    [
      'lint',
      ...Object.keys(RULES).map((rule) => `--only=${rule.slice(5)}`),
      '--reporter=json',
      '--max-diagnostics=none',
      ...FOLDERS,
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e9 },
  );

  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);

  return diagnostics.filter(
    ({ category, location }) =>
      category in RULES && !/\.test\.tsx?$/.test(location.path),
  );
}

const sources = new Map<string, ts.SourceFile>();

function parse(path: string): ts.SourceFile {
  const known = sources.get(path);
  if (known) return known;

  const source = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );

  sources.set(path, source);

  return source;
}

/** Returns the name that a declaration gives, or null: that of a function, a method, a constant or a property. */
function getDeclaredName(node: ts.Node): string | null {
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isVariableDeclaration(node);

  return isNamed ? (node.name?.getText() ?? null) : null;
}

/** Returns a function's path with the names around it, which stay when lines move: `lib/detect/prefilter/prefilter.ts isLikely`. */
function nameFunction({ path, start }: Diagnostic['location']): string {
  const source = parse(path);

  const position = source.getPositionOfLineAndCharacter(
    start.line - 1,
    start.column - 1,
  );

  const names: string[] = [];

  const visit = (node: ts.Node): void => {
    if (position < node.getStart() || position >= node.getEnd()) return;

    const name = getDeclaredName(node);
    if (name) names.push(name);
    ts.forEachChild(node, visit);
  };

  visit(source);

  return `${path} ${names.join('.')}`;
}

function measure(): ExcessByFunction {
  const measured: Record<string, Excess> = {};

  for (const { category, message, location } of lint()) {
    const name = nameFunction(location);
    const own = measured[name] ?? { complexity: 0, nestedTernaries: 0 };
    const measure = RULES[category];

    if (measure === 'complexity') {
      const found = Number(/\d+/.exec(message)?.[0]);
      own.complexity = Math.max(own.complexity, found);
    } else {
      own.nestedTernaries += 1;
    }

    measured[name] = own;
  }

  return measured;
}

const listed: ExcessByFunction = JSON.parse(
  readFileSync(join(ROOT, LIST), 'utf8'),
);

const measured = measure();
const none: Excess = { complexity: 0, nestedTernaries: 0 };

const worse = Object.entries(measured).flatMap(([name, now]) => {
  const before = listed[name] ?? none;

  return [
    ...(now.complexity > before.complexity
      ? [`${name} has a cognitive complexity of ${now.complexity}: at most 15.`]
      : []),
    ...(now.nestedTernaries > before.nestedTernaries
      ? [`${name} has a ternary within a ternary.`]
      : []),
  ];
});

const outdated = Object.entries(listed).filter(([name, before]) => {
  const now = measured[name] ?? none;

  return (
    now.complexity < before.complexity ||
    now.nestedTernaries < before.nestedTernaries
  );
});

/** Returns the list with what is measured now, sorted, without anything new. */
function shrinkList(): ExcessByFunction {
  const names = Object.keys(listed)
    .filter((name) => name in measured)
    .sort();

  return Object.fromEntries(
    names.map((name) => [name, measured[name] as Excess]),
  );
}

if (process.argv.includes('--write') && worse.length === 0) {
  writeFileSync(join(ROOT, LIST), `${JSON.stringify(shrinkList(), null, 2)}\n`);
  console.log(`${LIST}: ${outdated.length} taken out or lowered.`);
} else {
  for (const problem of worse) console.error(problem);

  if (outdated.length > 0)
    console.error(
      `${outdated.length} functions are plainer than ${LIST} says: run node scripts/check-complexity.ts --write.`,
    );

  process.exitCode = worse.length + outdated.length > 0 ? 1 : 0;
}
