import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'wxt';
import { createAsciiOutputPlugin } from './build/ascii-output.ts';
import { createCataloguePlugin } from './build/catalogue-plugin.ts';
import { createLicences, LICENCES_FILE } from './build/licences.ts';
import {
  createChromiumPolicySchema,
  createContentScripts,
  createManifest,
  POLICY_SCHEMA_FILE,
} from './build/manifest.ts';
import { createPlainEntryPlugin } from './build/plain-entry.ts';
import { createPreactPlugin } from './build/preact.ts';
import {
  createMarkStyle,
  MARK_STYLE_FILE,
} from './lib/page/marking/mark-style-sheet.ts';
import { publishCatalogue } from './publish/catalogue/publish.ts';

const DECODER = join(import.meta.dirname, 'entrypoints/decoder/decoder.ts');

/** Has the address of the project's issues. Part of the source archive, so that builds of it are identical. */
const { bugs } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'),
);

export default defineConfig({
  imports: false,
  manifest: ({ browser, mode }) => createManifest(browser, mode),
  hooks: {
    'build:manifestGenerated': ({ config }, written) => {
      written.content_scripts = createContentScripts(
        config.browser,
        config.mode,
      );

      if (config.browser !== 'safari') return;
      // WXT adds them for the page, which Safari opens in a tab.
      delete written.side_panel;

      written.permissions = written.permissions?.filter(
        (permission) => permission !== 'sidePanel',
      );
    },
    'build:publicAssets': ({ config }, files) => {
      files.push({
        relativeDest: MARK_STYLE_FILE,
        contents: createMarkStyle(config.browser).replace(/\n\s*/g, ''),
      });

      files.push({ relativeDest: LICENCES_FILE, contents: createLicences() });

      if (config.browser !== 'firefox' && config.browser !== 'safari')
        files.push({
          relativeDest: POLICY_SCHEMA_FILE,
          contents: createChromiumPolicySchema(),
        });
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // Build the decoder together with the pages, so that it shares their chunks. Vite would bundle a worker separately.
      if (entrypoints.some(({ name }) => name === 'popup'))
        Object.assign(config.build?.rollupOptions?.input ?? {}, {
          decoder: DECODER,
        });
    },
    'build:done': ({ config }) => {
      if (config.command === 'build') publishCatalogue();
    },
  },
  vite: () => ({
    plugins: [
      createPlainEntryPlugin(),
      createPreactPlugin(),
      react(),
      createCataloguePlugin(),
      createAsciiOutputPlugin(),
    ],
    // Without it, a report is copied instead of opened.
    define: { 'import.meta.env.WXT_ISSUES': JSON.stringify(bugs?.url ?? null) },
    build: {
      target: 'es2023',
      // Scripts with a separate build. Pages load them unchanged.
      rollupOptions: { external: ['/annotator.js', '/card.js', '/masking.js'] },
      // The chunk of the catalogue's prose is larger than the default limit.
      chunkSizeWarningLimit: 1_500,
      // React at the top level of its script is parsed once; inside a function it is parsed twice.
      commonjsOptions: { strictRequires: 'auto' },
    },
  }),
});
