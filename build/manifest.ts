import type { UserManifest } from 'wxt';
import { nameOf } from '../lib/language/translate.ts';
import { EVERYWHERE, isWholeHost } from '../lib/settings/access.ts';
import { COMMANDS } from '../lib/settings/commands.ts';
import { builtinMatches } from './console-matches.ts';
import { MARK_STYLE } from './mark-style.ts';
import { POLICY_SCHEMA } from './policy-schema.ts';
import { readCatalogue } from './read-catalogue.ts';

/** A text that the browser shows, in its own language. */
const message = (english: string) => `__MSG_${nameOf(english)}__`;

/** The manifest, but for what WXT makes of the entrypoints. Each permission has its line in `docs/permissions.md`. */
export function manifest(browser: string, mode: string): UserManifest {
  const { consoles } = readCatalogue();
  const written: UserManifest = {
    default_locale: 'en',
    name: message('Errata: WhatsApp Business error codes'),
    short_name: 'Errata',
    description: message(
      'Explains WhatsApp Business error codes on the pages where they appear: whose turn it is, whether to retry, and what to do next.',
    ),
    permissions: ['storage', 'contextMenus', 'scripting', 'activeTab'],
    host_permissions: builtinMatches(consoles, mode),
    // Nothing at install: the user adds sites one by one.
    optional_host_permissions: [...EVERYWHERE],
    commands: Object.fromEntries(
      Object.entries(COMMANDS).map(([name, { text, key }]) => [
        name,
        { description: message(text), ...(key && { suggested_key: { default: key } }) },
      ]),
    ),
    // A word in the address bar; asks for no permission and shows no warning.
    omnibox: { keyword: 'errata' },
    action: { default_title: 'Errata' },
  };
  if (browser === 'firefox') {
    const gecko = {
      id: 'errata@errata.example',
      // The first that underlines a highlight, and two later than the first with `css_origin`.
      strict_min_version: '146.0',
      // Newer than WXT's types.
      data_collection_permissions: { required: ['none'] },
    };
    written.browser_specific_settings = { gecko };
  } else {
    // Highlights inherit from the root since 134; see mark-style.ts.
    written.minimum_chrome_version = '134';
    // Pages of ours open in a private window too. Firefox does so by itself, and knows no such word.
    written.incognito = 'split';
    // Without it Chromium hands over no policy. Firefox knows no such word.
    written.storage = { managed_schema: POLICY_SCHEMA };
  }
  return written;
}

const SCRIPTS = [
  { js: ['content-scripts/page.js'], css: [MARK_STYLE], run_at: 'document_idle' },
  { js: ['content-scripts/keys.js'], run_at: 'document_start' },
] as const;

/**
 * Where the page script runs, and the few lines that wait for it. Frames without an address of their own (`srcdoc`, `about:blank`, `blob:`) count as the page
 * around them; Chromium takes that only for whole hosts, so that a console with a path has less.
 */
export function contentScripts(browser: string, mode: string): NonNullable<UserManifest['content_scripts']> {
  const matches = builtinMatches(readCatalogue().consoles, mode);
  const parts = matches.filter((match) => !isWholeHost(match));
  return SCRIPTS.flatMap(({ run_at, ...files }) => {
    const script = {
      js: [...files.js],
      ...('css' in files && { css: [...files.css], ...(browser === 'firefox' && { css_origin: 'user' }) }),
      run_at,
      all_frames: true,
      match_about_blank: true,
    };
    return [
      { ...script, matches: matches.filter(isWholeHost), match_origin_as_fallback: true },
      ...(parts.length > 0 ? [{ ...script, matches: parts }] : []),
    ];
  });
}
