import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'wxt';
import { cataloguePlugin } from './build/catalogue-plugin.ts';
import { contentScripts, manifest } from './build/manifest.ts';
import { MARK_STYLE, markStyle } from './build/mark-style.ts';
import { plainEntry } from './build/plain-entry.ts';
import { chromiumPolicySchema, POLICY_SCHEMA } from './build/policy-schema.ts';
import { preactInCard } from './build/preact.ts';
import { publish } from './build/publish/publish.ts';
import { readCatalogue } from './build/read-catalogue.ts';
import { expectReport } from './build/report-file.ts';
import { scriptText } from './build/script-text.ts';
import { openCatalogue } from './lib/catalogue/catalogue.ts';

const DECODER = join(import.meta.dirname, 'entrypoints/popup/decoder.ts');

export default defineConfig({
  imports: false,
  manifest: ({ browser, mode }) => manifest(browser, mode),
  hooks: {
    'build:before': ({ config }) => {
      if (config.command === 'build') expectReport(openCatalogue(readCatalogue()));
    },
    'build:manifestGenerated': ({ config }, written) => {
      written.content_scripts = contentScripts(config.browser, config.mode);
    },
    'build:publicAssets': ({ config }, files) => {
      files.push({ relativeDest: MARK_STYLE, contents: markStyle(config.browser).replace(/\n\s*/g, '') });
      if (config.browser !== 'firefox')
        files.push({ relativeDest: POLICY_SCHEMA, contents: chromiumPolicySchema() });
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // Build the decoder together with the pages, so that it shares their chunks. Vite would bundle a worker separately.
      if (entrypoints.some(({ name }) => name === 'popup'))
        Object.assign(config.build?.rollupOptions?.input ?? {}, { decoder: DECODER });
    },
    'build:done': ({ config }) => {
      if (config.command === 'build') publish();
    },
  },
  vite: () => ({
    plugins: [plainEntry(), preactInCard(), react(), cataloguePlugin(), scriptText()],
    build: {
      target: 'es2023',
      // Scripts with a separate build. Pages load them unchanged.
      rollupOptions: { external: ['/annotator.js', '/card.js', '/redaction.js'] },
      // The chunk of the catalogue's prose is larger than the default limit.
      chunkSizeWarningLimit: 1_500,
      // React at the top level of its script is parsed once; inside a function it is parsed twice.
      commonjsOptions: { strictRequires: 'auto' },
    },
  }),
});
