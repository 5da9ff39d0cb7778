// Longer than 200 lines because each special case of the real data has an entry here.
import type { CatalogueData, Claim, Entry, EntryRecord } from '../../data/schema.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { createEntryKey } from './entry-key.ts';
import { addInverseRelations } from './relations.ts';

type Draft = Pick<EntryRecord, 'code' | 'title' | 'meaning' | 'next' | 'class'> &
  Partial<EntryRecord> & { is: [EntryRecord['verdict']['turn'], EntryRecord['verdict']['retry'], string?] };

const agreed = (source: string, row?: number): Claim => ({ source, agrees: true, ...(row && { row }) });

function entry(registry: string, { is: [turn, retry, wait], ...draft }: Draft): Entry {
  const [provider = '', api = ''] = registry.split('/');
  return {
    confidence: 'confirmed',
    claims: [agreed(provider === 'meta' ? 'meta-errors' : 'vendor-docs')],
    ...draft,
    verdict: { turn, retry, ...(wait && { wait }) },
    provider,
    api,
    key: createEntryKey({ provider, api, ...draft }),
  };
}

const entries: Entry[] = [
  entry('meta/cloud', {
    code: '131026',
    title: 'Message undeliverable',
    class: 'recipient',
    meaning: 'WhatsApp could not deliver the message and does not say why.',
    is: ['recipient', 'after-fix'],
    next: 'Check the number, then ask the person over another channel to update WhatsApp.',
    causes: ['The number is not on WhatsApp.', 'The customer has blocked the business.'],
    details: [
      {
        match: ['unable to receive', 'not capable of receiving'],
        meaning: 'The app of the recipient is too old for this kind of message.',
        next: 'Ask the person to update WhatsApp.',
      },
    ],
  }),
  entry('meta/cloud', {
    code: '131042',
    title: 'Business eligibility payment issue',
    class: 'payment',
    meaning: 'There is a problem with the payment method of the account.',
    is: ['you', 'after-fix'],
    next: 'Check the payment settings in WhatsApp Manager.',
  }),
  entry('meta/cloud', {
    code: '131047',
    title: 'Re-engagement message',
    class: 'policy',
    meaning: 'The customer last wrote more than 24 hours ago, so free-form messages are closed.',
    is: ['you', 'after-fix'],
    next: 'Send an approved template instead of free text.',
    steps: [
      { do: 'Pick a template in WhatsApp Manager.', who: 'operator' },
      { do: 'Once they answer, free text works for 24 hours.', who: 'customer' },
    ],
  }),
  entry('meta/cloud', {
    code: '131056',
    title: '(Business Account, Consumer Account) pair rate limit hit',
    class: 'rate-limit',
    meaning: 'Too many messages went from this number to the same person in a short time.',
    is: ['you', 'backoff', '6 seconds and more'],
    next: 'Pause messages to this one person, others are not affected.',
    decided: 'Meta’s own page and live payloads agree.',
    claims: [
      agreed('meta-errors'),
      {
        source: 'unnamed-table',
        row: 17,
        title: 'Unsupported Media Type',
        says: 'The media file is of a wrong type.',
        remedy: 'Convert the file.',
        agrees: false,
        reason: 'An unsupported file type is a cause of 131053.',
      },
    ],
  }),
  entry('meta/cloud', {
    code: '132015',
    title: 'Template is paused',
    class: 'template',
    meaning: 'The template is paused because of low quality.',
    is: ['you', 'after-fix'],
    next: 'Edit the template to raise its quality, or use another one.',
  }),
  entry('meta/cloud', {
    code: '200-299',
    title: 'API permission',
    class: 'permission',
    meaning: 'A permission is not granted or was removed.',
    is: ['you', 'after-fix'],
    next: 'Grant the missing permission to the app.',
  }),
  entry('meta/graph', {
    code: '190',
    title: 'Access token has expired',
    class: 'auth',
    meaning: 'The access token is no longer valid.',
    is: ['you', 'after-fix'],
    next: 'Make a new access token.',
  }),
  entry('meta/graph', {
    code: '190',
    subcode: '463',
    title: 'Expired',
    class: 'auth',
    meaning: 'The access token ran out of time.',
    is: ['you', 'after-fix'],
    next: 'Make a system-user token that does not expire.',
  }),
  entry('meta/management', {
    code: '2388040',
    title: 'Character limit exceeded',
    class: 'template',
    meaning: 'A field of the template is too long.',
    is: ['you', 'after-fix'],
    next: 'Shorten the field that the message names.',
  }),
  entry('meta/management', {
    code: 'PENDING',
    title: 'Template in review',
    class: 'template',
    meaning: 'The template waits for review.',
    is: ['meta', 'later', '24 hours'],
    next: 'Wait for the review.',
    state: true,
  }),
  entry('meta/onprem', {
    code: '470',
    title: 'Message failed to send because more than 24 hours have passed',
    class: 'policy',
    meaning: 'The customer last wrote more than 24 hours ago.',
    is: ['you', 'after-fix'],
    next: 'Send an approved template.',
    related: [{ key: 'meta/cloud/131047', as: 'successor' }],
  }),
  entry('meta/onprem', {
    code: '1003',
    title: 'User is not valid',
    class: 'recipient',
    meaning: 'The sender is not a participant of the group.',
    is: ['you', 'after-fix'],
    next: 'Join the group first.',
  }),
  entry('meta/onprem', {
    code: '1005',
    title: 'Access denied',
    class: 'auth',
    meaning: 'The credentials are wrong.',
    is: ['you', 'after-fix'],
    next: 'Sign in again.',
  }),
  entry('360dialog/registration', {
    code: '1005',
    variant: 'timeout',
    title: 'Timeout',
    class: 'phone-number',
    meaning: 'Meta has put the registration on hold.',
    is: ['nobody', 'later'],
    next: 'Wait until the hold is over, then try again.',
  }),
  entry('360dialog/registration', {
    code: '1005',
    variant: 'biz-link-error',
    title: 'Unknown error: biz_link_error',
    symbols: ['biz_link_error'],
    class: 'phone-number',
    meaning: 'The earlier WhatsApp was uninstalled but its account not deleted.',
    is: ['you', 'after-fix'],
    next: 'Reinstall WhatsApp on that phone and delete the account in it.',
  }),
  entry('360dialog/registration', {
    code: '1005',
    variant: 'locked',
    title: 'Error verifying the number',
    class: 'phone-number',
    meaning: 'The registration is locked.',
    is: ['provider', 'after-fix'],
    next: 'Ask 360dialog support to reset the registration.',
    details: [{ match: ['registration locked'], meaning: 'The registration is locked.' }],
  }),
  entry('gupshup/api', {
    code: '1003',
    title: 'Wallet balance low',
    class: 'payment',
    meaning: 'The Gupshup wallet has not enough money.',
    is: ['you', 'after-fix'],
    next: 'Top up the wallet.',
  }),
  entry('twilio/api', {
    code: '63016',
    title: 'Outside messaging window',
    class: 'policy',
    meaning: 'A free-form message went out after the window had closed; WhatsApp answered 470.',
    is: ['you', 'after-fix'],
    next: 'Use a message template.',
    related: [{ key: 'meta/cloud/131047', as: 'behind' }],
  }),
  entry('twilio/api', {
    code: '30003',
    title: 'Unreachable destination handset',
    class: 'recipient',
    meaning: 'The phone is off or out of reach.',
    is: ['recipient', 'later'],
    next: 'Try again later.',
  }),
  entry('exotel/api', {
    code: '30003',
    title: 'EX_MESSAGE_SEEN',
    symbols: ['EX_MESSAGE_SEEN'],
    class: 'success',
    meaning: 'The message was read.',
    is: ['nobody', 'no'],
    next: 'Nothing to do.',
    success: true,
  }),
  entry('cequens/api', {
    code: '401',
    variant: 'missing-token',
    title: 'Request missing CEQUENS token',
    symbols: ['MISSING_TOKEN'],
    class: 'auth',
    meaning: 'The request carries no token.',
    is: ['you', 'after-fix'],
    next: 'Send the token in the header.',
  }),
  entry('ycloud/api', {
    code: 'TOO_MANY_REQUESTS',
    title: 'Too many requests',
    class: 'rate-limit',
    meaning: 'A limit was hit, at YCloud or behind it.',
    is: ['you', 'backoff'],
    next: 'Send more slowly.',
  }),
];

const source = (id: string, publisher: string, kind: 'official' | 'provider' | 'third-party') => ({
  id,
  name: `${publisher}: error codes`,
  publisher,
  kind,
  seen: '2026-11-20',
  trust: kind === 'third-party' ? (1 as const) : (3 as const),
});

const provider = (id: string, name: string, apis: [string, string][], words: string[] = []) => ({
  id,
  name,
  apis: apis.map(([api, label]) => ({ id: api, name: label })),
  desk: `${name} support`,
  ...(words.length > 0 && { words }),
});

/** A small catalogue with every special case of the real one. For tests only. */
export const testCatalogueData: CatalogueData = {
  version: '0.0.0',
  entries: addInverseRelations(entries),
  sources: [
    source('meta-errors', 'Meta', 'official'),
    { ...source('vendor-docs', 'The provider', 'provider'), url: 'https://example.com/errors' },
    source('unnamed-table', 'Unnamed', 'third-party'),
  ],
  providers: [
    provider(
      'meta',
      'Meta',
      [
        ['cloud', 'Meta Cloud API'],
        ['graph', 'Meta Graph API'],
        ['management', 'Meta templates and accounts'],
        ['onprem', 'Meta on-premises API'],
      ],
      ['fbtrace_id', 'OAuthException'],
    ),
    provider('360dialog', '360dialog', [['registration', '360dialog number registration']], ['D360-API-KEY']),
    provider('gupshup', 'Gupshup', [['api', 'Gupshup API']], ['gsId']),
    provider('twilio', 'Twilio', [['api', 'Twilio']]),
    provider('exotel', 'Exotel', [['api', 'Exotel']], ['exo_status_code']),
    provider('cequens', 'CEQUENS', [['api', 'CEQUENS API']]),
    provider('ycloud', 'YCloud', [['api', 'YCloud']], ['whatsappApiError']),
  ],
  consoles: [
    {
      name: 'Meta',
      provider: 'meta',
      kind: 'vendor',
      hosts: ['https://business.facebook.com'],
      codesOf: ['meta/cloud', 'meta/management', 'meta/graph', 'meta/onprem'],
      access: 'builtin',
    },
    {
      name: 'Gupshup',
      provider: 'gupshup',
      kind: 'vendor',
      hosts: ['https://www.gupshup.io'],
      codesOf: ['gupshup', 'meta/cloud', 'meta/onprem'],
      access: 'builtin',
    },
    {
      name: 'Twilio Console',
      provider: 'twilio',
      kind: 'vendor',
      hosts: ['https://console.twilio.com'],
      codesOf: ['twilio'],
      access: 'builtin',
    },
    {
      name: 'Shared',
      provider: 'twilio',
      kind: 'inbox',
      hosts: ['https://shared.example'],
      paths: ['/console/*', '/docs/*'],
      codesOf: ['twilio'],
      access: 'optional',
    },
    {
      name: 'Desk',
      provider: 'meta',
      kind: 'inbox',
      hosts: ['https://*.desk.example'],
      codesOf: ['meta/cloud'],
      access: 'optional',
    },
  ],
  mostCommon: [],
};

export const testCatalogue: Catalogue = createCatalogue(testCatalogueData);
