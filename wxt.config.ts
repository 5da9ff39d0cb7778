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
      // The decoder is built with the pages, so that it shares their files: Vite would bundle a worker apart.
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
      // Scripts with a build of their own, which pages run as they stand.
      rollupOptions: { external: ['/annotator.js', '/card.js', '/redaction.js'] },
      // The catalogue's prose is one.
      chunkSizeWarningLimit: 1_500,
      // React's code at the top of its script is read once, within a function twice.
      commonjsOptions: { strictRequires: 'auto' },
    },
  }),
});
