import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import tokenForms from '../data/token-forms.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
export const LICENCES_FILE = 'licences.txt';

export type LockedPackage = ReturnType<typeof readLockedPackages>[number];

export function readLockedPackages() {
  const { packages } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  ) as {
    packages: Record<
      string,
      Partial<
        Record<
          | 'version'
          | 'license'
          | 'integrity'
          | 'resolved'
          | 'dev'
          | 'devOptional',
          string
        >
      >
    >;
  };

  const { '': _, ...locked } = packages;

  return Object.entries(locked).map(([path, { dev, devOptional, ...one }]) => ({
    ...one,
    name: path.replace(/^.*node_modules\//, ''),
    isForDevelopment: Boolean(dev ?? devOptional),
  }));
}

/** Returns the licences of Errata and of all that its scripts, or a bundle, contain. Their authors require that they are passed on. */
export function createLicences(bundled: readonly string[] = []): string {
  const packages = readLockedPackages().filter(
    (one) => !one.isForDevelopment || bundled.includes(one.name),
  );

  return [
    readFileSync(join(ROOT, 'LICENSE'), 'utf8'),
    ...packages.map(
      ({ name, version }) => `${name} ${version}\n\n${readLicence(name)}`,
    ),
    `Token forms: ${tokenForms.source}\n\n${tokenForms.licence}`,
  ]
    .map((text) => text.trim())
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

function readLicence(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));

  if (!file)
    throw new Error(
      `${name} has no licence file. Add its licence to build/licences.ts.`,
    );

  return readFileSync(join(folder, file), 'utf8');
}
