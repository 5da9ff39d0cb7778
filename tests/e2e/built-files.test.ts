import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const OUTPUT = join(import.meta.dirname, '../../.output');

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (folder) => {
  const readOutput = (file: string) => readFileSync(join(OUTPUT, folder, file));
  const readManifest = () =>
    JSON.parse(readOutput('manifest.json').toString()) as Manifest;

  // Mozilla's linter limits the length of the placeholder `__MSG_…__`, not of the name.
  test('has a name that its store accepts', () =>
    expect(readManifest().name.length).toBeLessThanOrEqual(45));

  test('requests only permissions for named hosts', () => {
    const ofPanel = folder === 'chrome-mv3' ? ['sidePanel'] : [];
    expect([...readManifest().permissions].sort()).toEqual([
      'activeTab',
      'contextMenus',
      'scripting',
      ...ofPanel,
      'storage',
    ]);
    expect(readManifest().optional_permissions ?? []).toEqual([]);
    const hosts = [
      ...readManifest().host_permissions,
      ...readManifest().content_scripts.flatMap(({ matches }) => matches),
    ];
    expect(
      hosts.filter((host) => !/^https:\/\/[a-z0-9.-]+\//.test(host)),
    ).toEqual([]);
  });

  test('has a side panel, closed by default', () => {
    const { side_panel, sidebar_action } = readManifest();
    if (folder === 'chrome-mv3')
      expect(side_panel).toEqual({ default_path: 'sidepanel.html' });
    else
      expect(sidebar_action).toMatchObject({
        default_panel: 'sidepanel.html',
        open_at_install: false,
      });
  });

  test('exposes no file to pages', () => {
    expect(readManifest().web_accessible_resources ?? []).toEqual([]);
  });

  test('runs its page script in every frame', () => {
    for (const script of readManifest().content_scripts)
      expect(script).toMatchObject({
        all_frames: true,
        run_at:
          script.js[0] === 'content-scripts/keys.js'
            ? 'document_start'
            : 'document_idle',
      });
  });

  test('has only the kind of background that its browser supports', () => {
    expect(
      Object.keys(readManifest().background).filter((key) => key !== 'type'),
    ).toEqual(folder === 'chrome-mv3' ? ['service_worker'] : ['scripts']);
  });

  test('loads at most 40 KB compressed in a page without codes', () => {
    const files = new Set(
      readManifest().content_scripts.flatMap(({ js, css }) => [
        ...js,
        ...(css ?? []),
      ]),
    );
    expect(
      [...files].reduce(
        (sum, file) => sum + gzipSync(readOutput(file)).length,
        0,
      ),
    ).toBeLessThanOrEqual(40 * 1024);
  });

  test('has a card of at most 100 KB compressed', () => {
    expect(gzipSync(readOutput('card.js')).length).toBeLessThanOrEqual(
      100 * 1024,
    );
  });

  test('is at most 5.5 MB besides its languages, with one engine and one catalogue', () => {
    const files = listFilesIn(join(OUTPUT, folder)).filter(
      (file) => !file.includes('_locales'),
    );
    expect(
      files.reduce((sum, file) => sum + statSync(file).size, 0),
    ).toBeLessThanOrEqual(5_500_000);
    const scripts = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(file, 'utf8'));
    expect(scripts.filter((script) => /"claims\\*":/.test(script)).length).toBe(
      1,
    );
    expect(
      scripts.filter((script) => /"registries\\*":/.test(script)).length,
    ).toBe(1);
  });

  test('never parses text as markup', () => {
    const scripts = listFilesIn(join(OUTPUT, folder)).filter((file) =>
      file.endsWith('.js'),
    );
    const markup =
      /\.(?:inner|outer)HTML\s*=(?!=)|\b(?:insertAdjacentHTML|setHTMLUnsafe|document\.write)\(/;
    expect(
      scripts.filter((file) => markup.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });

  test('carries the licence of each library that it contains', () => {
    const licences = readOutput('licences.txt').toString();
    const bundled = [
      'react',
      'react-dom',
      'preact',
      'valibot',
      'libphonenumber-js',
      'zustand',
    ];
    expect(
      bundled.filter(
        (name) => !new RegExp(`^${name} \\d+\\.\\d+`, 'm').test(licences),
      ),
    ).toEqual([]);
    expect(licences).toContain('Meta Platforms, Inc.');
    expect(licences).toContain('gitleaks');
  });

  test('ships no source map, no remote script and no test page', () => {
    const files = listFilesIn(join(OUTPUT, folder));
    expect(files.filter((file) => /\.map$|127\.0\.0\.1/.test(file))).toEqual(
      [],
    );
    const pages = files
      .filter((file) => file.endsWith('.html'))
      .map((file) => readFileSync(file, 'utf8'));
    expect(
      pages.filter((html) => /<script[^>]+src="https?:/.test(html)),
    ).toEqual([]);
  });
});

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  content_scripts: { matches: string[]; js: string[]; css?: string[] }[];
  web_accessible_resources?: unknown[];
  side_panel?: unknown;
  name: string;
  sidebar_action?: unknown;
  background: Record<string, unknown>;
}

function listFilesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFilesIn(path) : [path];
  });
}
