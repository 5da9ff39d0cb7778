import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const ROOT = import.meta.dirname;
export const PAGES = join(ROOT, '../../.output/pages');

/** Bundles every fixture, a folder with an `index.html`, into `.output/pages/<folder>/`. */
export async function buildPages(): Promise<void> {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  await build({
    root: ROOT,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: PAGES,
      emptyOutDir: true,
      modulePreload: false,
      chunkSizeWarningLimit: 5_000,
      rollupOptions: { input: folders.map(({ name }) => join(ROOT, name, 'index.html')) },
    },
  });
}
