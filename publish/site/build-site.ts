import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, runnerImport } from 'vite';
import {
  createCataloguePlugin,
  toCodeData,
} from '../../build/catalogue-plugin.ts';
import { readCatalogue } from '../../build/read-catalogue.ts';
import {
  getEntryJsonPath,
  getEntryPath,
} from '../../components/site/addresses.ts';
import { toEntryJson } from '../../lib/answer/format/entry-json.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { writeFiles } from '../catalogue/publish.ts';
import { createVectorFiles } from '../catalogue/vectors.ts';
import type { DayChanges } from './codes-changelog.ts';
import { createFeed } from './feed.ts';
import { createSitemap } from './sitemap.ts';

const ROOT = join(import.meta.dirname, '../..');
const SITE = join(ROOT, 'components/site');

/** Writes the site into an emptied folder, the same bytes for the same commit. Returns the number of pages. `site` ends with a slash. */
export async function buildSite(
  folder: string,
  site: string,
  days: readonly DayChanges[],
): Promise<number> {
  const catalogue = createCatalogue(readCatalogue());

  rmSync(folder, { recursive: true, force: true });

  const write = (path: string, content: string) =>
    writeFiles(folder, [[path, content]]);

  await buildAssets(folder);

  copyFileSync(
    join(ROOT, 'public/icon/errata.svg'),
    join(folder, 'errata.svg'),
  );

  copyFileSync(join(ROOT, 'public/icon/128.png'), join(folder, 'errata.png'));

  // Node.js cannot read JSX.
  const { module } = await runnerImport<
    typeof import('../../components/site/render-site.tsx')
  >(join(SITE, 'render-site.tsx'), {
    root: ROOT,
    configFile: false,
    plugins: [react()],
    logLevel: 'warn',
  });

  const pages = module.renderSite(catalogue, site);

  for (const { path, html } of pages) write(path, html);

  for (const entry of catalogue.byKey.values())
    write(getEntryJsonPath(entry), `${JSON.stringify(toEntryJson(entry))}\n`);

  for (const [file, content] of createVectorFiles(catalogue))
    write(file, content);

  const date = findLastSeenDate(catalogue.sources);

  const addresses = pages.map(
    ({ path }) => site + encodeURI(path.replace(/(^|\/)index\.html$/, '$1')),
  );

  write('sitemap.xml', createSitemap(addresses, date));
  write('robots.txt', `Sitemap: ${site}sitemap.xml\n`);

  const pageOf = new Map(
    catalogue.entries.map((entry) => [entry.key, site + getEntryPath(entry)]),
  );

  write('feed.xml', createFeed(days, site, date, pageOf));

  return pages.length;
}

async function buildAssets(folder: string): Promise<void> {
  await build({
    root: SITE,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [createCataloguePlugin(toCodeData)],
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 2_500,
      modulePreload: false,
      rollupOptions: {
        input: {
          site: join(SITE, 'site-search.ts'),
          style: join(SITE, 'site.css'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'search-[name]-[hash].js',
          assetFileNames: 'site[extname]',
        },
      },
    },
  });
}
