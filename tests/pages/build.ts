import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = import.meta.dirname;
export const PAGES = join(ROOT, '../../.output/pages');

/** Bundles every fixture, a folder with an `index.html`, into `.output/pages/<folder>/`. Vite would take ten times as long. */
export async function buildPages(): Promise<void> {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );

  const entryPoints = folders.flatMap(({ name }) =>
    readdirSync(join(ROOT, name))
      .filter((file) => /^main\.tsx?$/.test(file))
      .map((file) => ({ in: join(ROOT, name, file), out: name })),
  );

  rmSync(PAGES, { recursive: true, force: true });

  await build({
    entryPoints,
    outdir: join(PAGES, 'assets'),
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });

  for (const { name } of folders) {
    const hasStyles = existsSync(join(PAGES, `assets/${name}.css`));

    const styles = hasStyles
      ? `<link rel="stylesheet" href="../assets/${name}.css">`
      : '';

    const page = readFileSync(join(ROOT, name, 'index.html'), 'utf8').replace(
      /<script type="module" src="\.\/main\.tsx?">/,
      `${styles}<script type="module" src="../assets/${name}.js">`,
    );

    mkdirSync(join(PAGES, name));
    writeFileSync(join(PAGES, name, 'index.html'), page);
  }
}
