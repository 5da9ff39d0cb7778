import type { UserManifest } from 'wxt';
import { builtinMatches } from './console-matches.ts';
import { readCatalogue } from './read-catalogue.ts';

/** The manifest, but for what WXT makes of the entrypoints. Each permission has its line in `docs/permissions.md`. */
export function manifest(browser: string, mode: string): UserManifest {
  const { consoles } = readCatalogue();
  return {
    name: 'Errata: error codes for WhatsApp Business',
    short_name: 'Errata',
    description: 'Explains WhatsApp Business error codes on the pages where they appear: whose turn it is, whether a retry helps, the next step.',
    permissions: ['storage', 'contextMenus', 'scripting', 'activeTab'],
    host_permissions: builtinMatches(consoles, mode),
    commands: {
      'next-code': { suggested_key: { default: 'Alt+Shift+Period' }, description: 'Next error code on the page' },
      'previous-code': { suggested_key: { default: 'Alt+Shift+Comma' }, description: 'Previous error code on the page' },
    },
    action: { default_title: 'Errata' },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'errata@errata.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  };
}
