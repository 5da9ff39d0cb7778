import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, chromiumPath } from './build/browsers.ts';
import { cataloguePlugin } from './build/catalogue-plugin.ts';

/** A law over hundreds of random texts takes long on a machine with other work to do. */
const PATIENCE_MS = 60_000;

const plugins = () => [react(), cataloguePlugin()];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: plugins(),
        test: {
          name: 'node',
          testTimeout: PATIENCE_MS,
          include: ['{lib,build,scripts,tests}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'tests/e2e/**'],
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'jsdom',
          testTimeout: PATIENCE_MS,
          environment: 'jsdom',
          include: ['**/*.test.tsx'],
          setupFiles: ['tests/jsdom-setup.ts'],
        },
      },
      {
        plugins: plugins(),
        // Found only while a test runs, they would make Vite reload it.
        optimizeDeps: {
          include: [
            '@floating-ui/dom',
            'axe-core',
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'browser',
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
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
