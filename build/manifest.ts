import { toJsonSchema } from '@valibot/to-json-schema';
import { object } from 'valibot';
import type { UserManifest } from 'wxt';
import type { VendorConsole } from '../data/schema.ts';
import { getMessageName } from '../lib/core/i18n/translate.ts';
import { MARK_STYLE_FILE } from '../lib/page/marking/mark-style-sheet.ts';
import { COMMANDS, FIREFOX_KEY_OVERRIDES } from '../lib/settings/commands.ts';
import { ALL_SITES, isWholeHost } from '../lib/settings/match-patterns.ts';
import { policyFieldSchemas } from '../lib/settings/policy-schema.ts';
import { readCatalogue } from './read-catalogue.ts';

export const POLICY_SCHEMA_FILE = 'policy.json';

const getMessagePlaceholder = (english: string) =>
  `__MSG_${getMessageName(english)}__`;

/** Builds the manifest, except for what WXT derives from the entrypoints. `docs/permissions.md` explains each permission. */
export function createManifest(browser: string, mode: string): UserManifest {
  const { consoles } = readCatalogue();

  const written: UserManifest = {
    default_locale: 'en',
    name: getMessagePlaceholder('Errata: WhatsApp Business error codes'),
    short_name: 'Errata',
    description: getMessagePlaceholder(
      'Explains WhatsApp Business error codes on the pages where they appear: whose turn it is, whether to retry, and what to do next.',
    ),
    permissions: ['storage', 'contextMenus', 'scripting', 'activeTab'],
    host_permissions: getBuiltinMatches(consoles, mode),
    // No host permissions at install: the user adds sites one by one.
    optional_host_permissions: [...ALL_SITES],
    commands: Object.fromEntries(
      Object.entries(COMMANDS).map(([name, { text, key }]) => {
        const suggested =
          (browser === 'firefox' && FIREFOX_KEY_OVERRIDES[name]) || key;
        const keys = suggested && { suggested_key: { default: suggested } };
        return [name, { description: getMessagePlaceholder(text), ...keys }];
      }),
    ),
    // Keyword for the address bar. Needs no permission and shows no warning.
    omnibox: { keyword: 'errata' },
    action: { default_title: 'Errata' },
  };

  if (browser === 'firefox') {
    const gecko = {
      id: 'errata@errata.example',
      // Firefox 146 is the first to support `text-decoration` in `::highlight()`
      // (https://github.com/mdn/browser-compat-data/pull/28782). It also has `css_origin` in `content_scripts`
      // (https://bugzilla.mozilla.org/show_bug.cgi?id=1679997), new two versions before.
      strict_min_version: '146.0',
      // WXT's types do not have this field yet.
      data_collection_permissions: { required: ['none'] },
    };

    written.browser_specific_settings = { gecko };
  } else if (browser === 'safari') {
    // Safari has no address bar keywords.
    delete written.omnibox;

    // URL.parse and `text-decoration` in `::highlight()`.
    written.browser_specific_settings = {
      safari: { strict_min_version: '18.0' },
    };
  } else {
    // The root's highlight styles are inherited since Chromium 134 (crbug.com/1024156); see mark-style-sheet.ts.
    written.minimum_chrome_version = '134';
    // Lets extension pages open in a private window too. Firefox does so without it, and does not support `split`
    // (https://bugzilla.mozilla.org/show_bug.cgi?id=1380812).
    written.incognito = 'split';
    // Chromium provides a managed policy only with a schema. Firefox does not know the key.
    written.storage = { managed_schema: POLICY_SCHEMA_FILE };
  }

  return written;
}

/**
 * Generates a schema with types only. Chromium 156 silently drops a whole field if one item is invalid; Errata's own
 * validation keeps the other items and reports the problem. To reproduce: set a policy
 * with an item that violates the schema, and read `storage.managed`.
 */
export function createChromiumPolicySchema(): string {
  const { properties } = toJsonSchema(object(policyFieldSchemas), {
    errorMode: 'ignore',
  });

  const kept = [
    'type',
    'properties',
    'items',
    'additionalProperties',
    ...Object.keys(policyFieldSchemas),
  ];

  return JSON.stringify({ type: 'object', properties }, kept);
}

/**
 * Returns the content scripts. Frames without a URL of their own (`srcdoc`, `blob:`) inherit the match of their parent.
 * Chromium allows `match_origin_as_fallback` only for whole hosts
 * (https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#frames), so not for paths.
 */
export function createContentScripts(
  browser: string,
  mode: string,
): NonNullable<UserManifest['content_scripts']> {
  const matches = getBuiltinMatches(readCatalogue().consoles, mode);
  const parts = matches.filter((match) => !isWholeHost(match));

  const style = {
    css: [MARK_STYLE_FILE],
    ...(browser === 'firefox' && { css_origin: 'user' }),
  };

  const scripts = [
    { js: ['content-scripts/page.js'], ...style, run_at: 'document_idle' },
    { js: ['content-scripts/keys.js'], run_at: 'document_start' },
  ] as const;

  return scripts.flatMap((own) => {
    const script = {
      ...own,
      js: [...own.js],
      all_frames: true,
      match_about_blank: true,
    };

    return [
      {
        ...script,
        matches: matches.filter(isWholeHost),
        match_origin_as_fallback: true,
      },
      ...(parts.length > 0 ? [{ ...script, matches: parts }] : []),
    ];
  });
}

/** Returns the match patterns of the consoles that Errata runs on by default. `demo` mode adds loopback, for `npm run demo`. */
function getBuiltinMatches(
  consoles: readonly VendorConsole[],
  mode: string,
): string[] {
  const matches = consoles
    .filter(({ access }) => access === 'builtin')
    .flatMap(({ hosts, paths }) =>
      hosts.flatMap((host) =>
        (paths ?? ['/*']).map((path) => `${host}${path}`),
      ),
    );

  if (mode === 'demo') matches.push('http://127.0.0.1/*');

  const wide = new Set(
    matches.filter(
      (match) => match.endsWith('/*') && match.split('/').length === 4,
    ),
  );

  return [...new Set(matches)].filter(
    (match) =>
      wide.has(match) ||
      !wide.has(`${match.split('/').slice(0, 3).join('/')}/*`),
  );
}
