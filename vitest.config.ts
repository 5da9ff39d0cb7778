import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, chromiumPath } from './build/browsers.ts';
import { cataloguePlugin } from './build/catalogue-plugin.ts';
import { PREACT_ALIASES } from './build/preact.ts';

/** A law over hundreds of random texts takes long on a machine with other work to do. */
const PATIENCE_MS = 60_000;

const NO_NODE_TESTS = [
  ...configDefaults.exclude,
  '.output/**',
  '**/*.browser.test.ts',
  'tests/{e2e,apps}/**',
];
/** They replace a module, which the next file of the same worker would be given, too. */
const MOCKED = ['{lib/bridge,entrypoints}/**/*.test.ts'];

const plugins = () => [react(), cataloguePlugin()];

export default defineConfig(({ mode }) => ({
  test: {
    // One core would be left to Vitest itself, which has little to do.
    maxWorkers: '100%',
    projects: [
      {
        plugins: plugins(),
        test: {
          name: 'node',
          // Their modules are read once.
          isolate: false,
          testTimeout: PATIENCE_MS,
          include: ['**/*.test.ts'],
          exclude: [...NO_NODE_TESTS, ...MOCKED],
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'mocked',
          testTimeout: PATIENCE_MS,
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
          environment: 'jsdom',
          include: ['**/*.test.tsx'],
          setupFiles: ['tests/jsdom-setup.ts'],
        },
      },
      {
        plugins: plugins(),
        // The card is shipped with Preact, and its entry is the popup's too.
        resolve: {
          alias: [
            ...PREACT_ALIASES,
            // Its other build asks Node for React.
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
          testTimeout: PATIENCE_MS,
          environment: 'jsdom',
          include: ['components/{card,entry}/**/*.test.tsx'],
          setupFiles: ['tests/jsdom-setup.ts'],
          server: { deps: { inline: ['@testing-library/react'] } },
        },
      },
      {
        plugins: plugins(),
        // What is rendered in a page is rendered as there.
        resolve: { alias: PREACT_ALIASES },
        // Found only while a test runs, they would make Vite reload it.
        optimizeDeps: {
          include: [
            '@floating-ui/dom',
            'axe-core',
            'preact/compat',
            'preact/compat/client',
            'preact/jsx-runtime',
          ],
        },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['{lib,components}/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          // They wait for what a person sees in time: nothing else runs beside them, and never more than two.
          sequence: { groupOrder: 2 },
          maxWorkers: 2,
          isolate: false,
          // A busy machine loses a press now and then; what is broken fails each time.
          retry: 2,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'apps',
          // Hundreds of megabytes each: nothing but `npm run test:apps` runs them.
          include: mode === 'apps' ? ['tests/apps/*.test.ts'] : [],
          testTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          // The first time an application is installed.
          hookTimeout: 1_800_000,
        },
      },
    ],
  },
}));
