import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import {
  configDefaults,
  defineConfig,
  type TestProjectInlineConfiguration,
} from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './build/browsers.ts';
import { createCataloguePlugin } from './build/catalogue-plugin.ts';
import { PREACT_ALIASES } from './build/preact.ts';
import { keptWorker } from './tests/kept-worker.ts';
import { PATIENCE_MS, POLL_MS } from './tests/patience.ts';

/** Slow tests of what seldom breaks: `npm run test:nightly`. */
const BY_NIGHT = process.env.NIGHTLY ? [] : ['**/*.nightly.test.ts'];

const NO_NODE_TESTS = [
  ...configDefaults.exclude,
  ...BY_NIGHT,
  '.output/**',
  '**/*.browser.test.ts',
  'tests/{e2e,apps}/**',
];
/** Files that mock a module. Without isolation the mock would leak into the next file of the worker. */
const MOCKED = ['{lib/extension/webext,entrypoints}/**/*.test.ts'];

const isMutating = process.env.STRYKER_MUTATOR_WORKER !== undefined;

/** Mutation tests (stryker.config.json) run only tests without a DOM that are next to the source or take no minute. */
const MUTATION_TESTS = [
  'lib/{extension/engine,answer/explain,masking,answer/paste,settings}/*.test.ts',
  'components/options/settings-file.test.ts',
  'tests/{details,states}.test.ts',
];
const selectProjects = (all: TestProjectInlineConfiguration[]) =>
  isMutating
    ? all.filter(({ test }) => test?.name === 'node' || test?.name === 'mocked')
    : all;

const plugins = () => [react(), createCataloguePlugin()];

export default defineConfig(({ mode }) => ({
  test: {
    // By default, Vitest reserves one core for itself, although it needs little.
    maxWorkers: '100%',
    projects: selectProjects([
      {
        plugins: [...plugins(), isMutating && keptWorker],
        test: {
          name: 'node',
          // Modules are loaded once for each worker.
          isolate: false,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          setupFiles: ['tests/fuzz.ts'],
          include: isMutating ? MUTATION_TESTS : ['**/*.test.ts'],
          exclude: [...NO_NODE_TESTS, ...MOCKED],
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'mocked',
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          setupFiles: ['tests/fuzz.ts'],
          include: MOCKED,
          exclude: NO_NODE_TESTS,
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'jsdom',
          isolate: false,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          environment: 'jsdom',
          include: ['**/*.test.tsx'],
          // The card never ships with React, and the pages that show entries with it have tests of their own.
          exclude: [
            ...configDefaults.exclude,
            ...(process.env.NIGHTLY ? [] : ['components/{card,entry}/**']),
          ],
          setupFiles: ['tests/jsdom-setup.ts', 'tests/fuzz.ts'],
        },
      },
      {
        plugins: plugins(),
        // The card ships with Preact, and its entrypoint is shared with the popup.
        resolve: {
          alias: [
            ...PREACT_ALIASES,
            // The CommonJS build would load React through Node, without the alias.
            {
              find: /^@testing-library\/react$/,
              replacement: join(
                import.meta.dirname,
                'node_modules/@testing-library/react/dist/@testing-library/react.esm.js',
              ),
            },
          ],
        },
        test: {
          name: 'preact',
          isolate: false,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          environment: 'jsdom',
          include: ['components/{card,entry}/**/*.test.tsx'],
          setupFiles: ['tests/jsdom-setup.ts'],
          server: { deps: { inline: ['@testing-library/react', 'zustand'] } },
        },
      },
      {
        plugins: plugins(),
        // Code that renders inside pages uses Preact, as shipped.
        resolve: { alias: PREACT_ALIASES },
        // If Vite discovered these during a test, it would reload the page.
        optimizeDeps: {
          include: [
            'axe-core',
            'preact/compat',
            'preact/compat/client',
            'preact/jsx-runtime',
            'zustand',
          ],
        },
        test: {
          name: 'browser',
          include: ['{lib,components}/**/*.browser.test.ts'],
          // They mostly wait for frames.
          maxWorkers: 4,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          expect: { poll: { timeout: POLL_MS } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium(),
                args: CHROMIUM_FLAGS,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          // These tests depend on real time, so no other project runs at the same time.
          sequence: { groupOrder: 1 },
          // Each starts browsers of its own, which takes 6 s of processor time. What they leave goes to the tests beside them.
          maxWorkers: 2,
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          exclude: BY_NIGHT,
          globalSetup: 'tests/e2e/setup.ts',
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          expect: { poll: { timeout: POLL_MS } },
        },
      },
      {
        test: {
          name: 'apps',
          // Hundreds of megabytes each, so only `npm run test:apps` runs them.
          include: mode === 'apps' ? ['tests/apps/*.test.ts'] : [],
          testTimeout: PATIENCE_MS,
          expect: { poll: { timeout: POLL_MS } },
          // The first run installs the application.
          hookTimeout: PATIENCE_MS,
        },
      },
    ]),
  },
}));
