// Fails if the lock file holds a package that is not from npm's registry, has no checksum or an unknown licence, or if a direct
// dependency is missing in docs/dependencies.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockedPackage, readLockedPackages } from '../build/licences.ts';
import { ROOT } from '../build/run.ts';

const REGISTRY = 'https://registry.npmjs.org/';
/** Licences that allow use in an MIT-licensed project. Of a choice, one is enough. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Zlib',
]);
/** OFL-1.1: fonts of tests. */
const ALLOWED_FOR_DEVELOPMENT = ['MPL-2.0', 'OFL-1.1'];
/** Packages without a `license` field. Their licence files say MIT. */
const WITHOUT_FIELD = new Set(['is-relative', 'os-shim']);

function isAllowed({
  name,
  license = '',
  isForDevelopment,
}: LockedPackage): boolean {
  const isAllowedOne = (one: string) =>
    ALLOWED.has(one) ||
    (isForDevelopment && ALLOWED_FOR_DEVELOPMENT.includes(one));

  const choices = license.replace(/[()]/g, '').split(' OR ');

  return (
    WITHOUT_FIELD.has(name) ||
    choices.some((choice) => choice.split(' AND ').every(isAllowedOne))
  );
}

const problems = readLockedPackages().flatMap((one) => [
  ...(one.integrity?.startsWith('sha512-')
    ? []
    : [`${one.name} has no SHA-512 checksum.`]),
  ...(one.resolved === undefined || one.resolved.startsWith(REGISTRY)
    ? []
    : [`${one.name} comes from ${one.resolved}.`]),
  ...(isAllowed(one) ? [] : [`${one.name} has the licence "${one.license}".`]),
]);

const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const documented = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
const documentedNames = new Set(
  [...documented.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name),
);
const direct = new Set(Object.keys({ ...dependencies, ...devDependencies }));
for (const name of direct)
  if (!documentedNames.has(name))
    problems.push(`${name} is missing in docs/dependencies.md.`);
for (const name of documentedNames)
  if (name && !direct.has(name))
    problems.push(
      `docs/dependencies.md has ${name}, which package.json lacks.`,
    );

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
