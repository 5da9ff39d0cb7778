import { createCodeIndex } from './code-index.ts';
import type { IndexRow } from './packed-rows.ts';

const row = (code: string, title: string, symbols: string[] = [], flags = 0, suffix = ''): IndexRow => [
  code,
  title,
  0,
  flags,
  symbols,
  suffix,
];

/** A small index for tests: independent of the catalogue, so that an edit of data breaks no test of a rule. */
export const testCodeIndex = createCodeIndex({
  registries: [
    [
      'meta/cloud',
      [
        ...`130472 131007 131005 131009 131021 131031 131037 131048 131050 131051 131053
          131057 131208 132000 132005 132007 132012 132015 132069 133010 130000 135000`
          .split(/\s+/)
          .map((code) => row(code, `Title of ${code}`)),
        row('130429', 'Rate limit hit'),
        row('131000', 'Something went wrong'),
        row('131026', 'Message undeliverable'),
        row('131030', 'Recipient phone number not in allowed list'),
        row('131042', 'Business eligibility payment issue'),
        row('131047', 'Re-engagement message'),
        row('131049', 'Meta chose not to deliver'),
        row('131052', 'Media download error'),
        row('131056', '(Business Account, Consumer Account) pair rate limit hit'),
        row('132001', 'Template name does not exist in the translation'),
        row('80007', 'Rate limit issues'),
      ],
    ],
    [
      'meta/graph',
      [
        row('4', 'API Too Many Calls'),
        row('10', 'Permission Denied'),
        row('33', 'Parameter value is not valid'),
        row('100', 'Invalid parameter'),
        row('190', 'Access token has expired'),
        row('190', 'Session expired', ['463'], 0, '.463'),
        row('200-299', 'API Permission'),
        row('368', 'Temporarily blocked for policies violations'),
        row('613', 'Calls to this api have exceeded the rate limit'),
        row('2388040', 'Field over its character limit'),
      ],
    ],
    [
      'meta/onprem',
      [
        row('400', 'Media download error'),
        row('401', 'Group does not exist'),
        row('408', 'Message is not valid'),
        row('470', 'Re-engagement message'),
        row('471', 'Spam rate limit hit'),
        row('500', 'Generic error'),
        row('1005', 'Access denied'),
        row('1006', 'Resource not found'),
        row('1013', 'User is not valid'),
        row('1021', 'Bad User'),
        row('2000', 'Template Param Count Mismatch'),
        row('2003', 'Template Pack Missing'),
        row('2026', 'Some products could not be sent'),
      ],
    ],
    [
      'meta/management',
      [
        row('INVALID_FORMAT', 'Template rejected: wrong form', [], 1),
        row('PROMOTIONAL', 'Template rejected: promotional', [], 1),
        row('SCAM', 'Template rejected: scam', [], 1),
        row('TAG_CONTENT_MISMATCH', 'Template rejected: content does not fit category or language'),
        row('ABUSIVE_CONTENT', 'Template rejected: abusive content'),
        row('INCORRECT_CATEGORY', 'Template rejected: wrong category'),
        row('IN_APPEAL', 'In appeal', [], 1),
        row('REJECTED', 'Rejected', [], 1),
        row('PENDING', 'Pending', [], 1),
      ],
    ],
    ['meta/webhook', [row('ACCOUNT_RESTRICTION', 'Account restricted')]],
    [
      'cequens/api',
      [
        row('MISSING_TOKEN', 'Request missing CEQUENS token'),
        row('TOKEN', 'Token error', [], 1),
        row('VALIDATION', 'Validation', [], 1),
      ],
    ],
    [
      '360dialog/registration',
      [row('1005', 'Unknown error: biz_link_error', ['biz_link_error'], 0, '~biz-link-error')],
    ],
    [
      'gupshup/api',
      [
        row('500', 'Internal Server Error'),
        row('1002', 'Number Not Exist On WhatsApp'),
        row('1003', 'Wallet Balance Low'),
        row('1010', 'Invalid Media Url'),
      ],
    ],
    [
      'kaleyra/api',
      [
        row('NO-CREDITS', 'Insufficient credits'),
        row('OPT-OUT', 'Recipient opted out', [], 1),
        row('RBC001', 'Incorrect SID or API Key'),
        row('E110', 'Insufficient Balance'),
        row('WAV2101', 'Account daily limit reached'),
      ],
    ],
    ['route-mobile/sms-submission', [row('1025', 'Insufficient credit')]],
    ['infobip/error-chat', [row('7009', 'EC_INVALID_TEMPLATE', ['EC_INVALID_TEMPLATE'])]],
    [
      'infobip/error-general',
      [row('0', 'NO_ERROR', ['NO_ERROR'], 2), row('1', 'EC_UNKNOWN_SUBSCRIBER', ['EC_UNKNOWN_SUBSCRIBER'])],
    ],
    [
      'infobip/status',
      [
        row('12', 'REJECTED_NOT_ENOUGH_CREDITS', ['REJECTED_NOT_ENOUGH_CREDITS']),
        row('5', 'DELIVERED_TO_HANDSET', ['DELIVERED_TO_HANDSET'], 2),
      ],
    ],
    [
      'sinch/api',
      [
        row('OUTSIDE_ALLOWED_SENDING_WINDOW', 'Outside allowed sending window'),
        row('RECIPIENT_NOT_REACHABLE', 'Recipient not reachable'),
      ],
    ],
    ['vonage/messages', [row('1020', 'Invalid params'), row('1340', 'Outside of the allowed window')]],
    ['exotel/api', [row('30003', 'EX_MESSAGE_SEEN', ['EX_MESSAGE_SEEN'], 2)]],
    [
      'twilio/api',
      [
        row('21610', 'Attempt to send to unsubscribed recipient'),
        row('30002', 'Account suspended'),
        row('30003', 'Unreachable destination handset'),
        row('63015', 'Channel Sandbox can only send messages to phone numbers that have joined the Sandbox'),
        row('63016', 'Failed to send freeform message because you are outside the allowed window'),
        row('63018', 'Rate limit exceeded for Channel'),
      ],
    ],
  ],
  consoles: [
    {
      hosts: ['https://business.facebook.com'],
      provider: 'meta',
      codesOf: ['meta/cloud', 'meta/management', 'meta/graph', 'meta/onprem'],
    },
    { hosts: ['https://console.twilio.com'], provider: 'twilio', codesOf: ['twilio'] },
    { hosts: ['https://my.exotel.com', 'https://*.exotel.com'], provider: 'exotel', codesOf: ['exotel'] },
    {
      hosts: ['https://app.wati.io', 'https://*.wati.io'],
      provider: 'wati',
      codesOf: ['meta/cloud', 'meta/graph'],
    },
    { hosts: ['https://portal.infobip.com'], provider: 'infobip', codesOf: ['infobip'] },
    { hosts: ['https://console.cequens.com'], provider: 'cequens', codesOf: ['cequens', 'meta/onprem'] },
    {
      hosts: ['https://hub.360dialog.com'],
      provider: '360dialog',
      codesOf: ['360dialog', 'meta/cloud', 'meta/graph', 'meta/onprem'],
    },
    { hosts: ['https://www.gupshup.io'], provider: 'gupshup', codesOf: ['gupshup', 'meta/cloud'] },
  ],
  words: [
    [
      'meta',
      'Meta|WhatsApp|Facebook|Graph|Cloud API|fbtrace_id|OAuthException|error_data|wamid|restriction_info'.split(
        '|',
      ),
    ],
    ['twilio', ['Twilio', 'MessageSid']],
    ['exotel', ['Exotel', 'exo_status_code']],
    ['infobip', ['Infobip', 'groupName']],
    ['gupshup', ['gsId']],
    ['route-mobile', ['rmlconnect', 'Route Mobile']],
    ['kaleyra', ['dlr_time']],
  ],
});
