import type { Entry } from '../../data/schema.ts';
import { rangeOf } from './by-code.ts';

/** From, to (inclusive), and what a number in between tells. The first row that holds it counts. */
type CodeRange = readonly [from: number, to: number, tells: string];

const META_SIX = 'Six digits beginning with';

const NUMBERS: readonly CodeRange[] = [
  [0, 99, 'Numbers below 100 are general errors of the Graph API, and the short lists of several providers.'],
  [
    100,
    199,
    'Numbers from 100 to 199 are errors of the Graph API about parameters and access tokens; several providers use them too.',
  ],
  [
    200,
    299,
    'Numbers from 200 to 299 are permission errors of the Graph API; elsewhere they are HTTP statuses of success.',
  ],
  [
    300,
    399,
    'Numbers from 300 to 399 are errors of the Graph API and of MessageBird and geniq; elsewhere they are HTTP statuses.',
  ],
  [
    400,
    599,
    'Numbers from 400 to 599 are HTTP statuses; the retired on-premises API and several providers reuse them as codes.',
  ],
  [600, 899, 'Numbers from 600 to 899 are, where messaging is concerned, mostly codes of Infobip about SMS.'],
  [
    1000,
    1036,
    'Numbers from 1000 to 1036 are codes of the retired on-premises API; Gupshup, 360dialog, 8x8 and Vonage use them for other things.',
  ],
  [1037, 1099, 'Numbers from 1037 to 1099 are codes of Vonage.'],
  [1100, 1499, 'Numbers from 1100 to 1499 are codes of Vonage and 8x8.'],
  [1700, 1719, 'Numbers from 1700 to 1719 are answers of Route Mobile about SMS.'],
  [
    2000,
    2079,
    'Numbers from 2000 to 2079 are codes of the retired on-premises API about templates; 8x8 uses some of them too.',
  ],
  [3000, 3099, 'Numbers from 3000 to 3099 are codes of 8x8.'],
  [4000, 4099, 'Numbers from 4000 to 4099 are codes of Gupshup.'],
  [4100, 4199, 'Numbers from 4100 to 4199 are codes of Infobip.'],
  [7000, 7299, 'Numbers from 7000 to 7299 are codes of Infobip and Webex Connect about chat messages.'],
  [10000, 10099, 'Five digits beginning with 100 are codes of Telnyx.'],
  [
    11000,
    12999,
    'Five digits beginning with 11 or 12 are codes of Twilio about webhooks and documents that it fetches.',
  ],
  [
    20000,
    20199,
    'Five digits beginning with 200 or 201 are codes of Twilio and Telnyx about requests and accounts.',
  ],
  [20200, 21999, 'Five digits beginning with 20 or 21 are codes of Twilio about requests and phone numbers.'],
  [
    30000,
    30999,
    'Five digits beginning with 30 are codes of Twilio about deliveries by SMS, or of Exotel about WhatsApp.',
  ],
  [31000, 39999, 'Five digits beginning with 3 are, where messaging is concerned, mostly codes of Twilio.'],
  [40000, 40399, 'Five digits beginning with 40 are codes of Telnyx.'],
  [63000, 63999, 'Five digits beginning with 63 are codes of Twilio about channels such as WhatsApp.'],
  [
    80000,
    80099,
    "Five digits beginning with 800 are Meta's Graph API codes about rate limits on a business.",
  ],
  [130000, 130999, `${META_SIX} 130 are Meta's Cloud API codes about limits and restrictions on sending.`],
  [131200, 131299, `${META_SIX} 1312 are Meta's codes about WhatsApp groups.`],
  [131000, 131999, `${META_SIX} 131 are Meta's Cloud API codes about sending messages.`],
  [132000, 132999, `${META_SIX} 132 are Meta's Cloud API codes about sending templates.`],
  [
    133000,
    133999,
    `${META_SIX} 133 are Meta's Cloud API codes about registering and verifying phone numbers.`,
  ],
  [134000, 134999, `${META_SIX} 134 are Meta's Cloud API codes about marketing messages and payments.`],
  [
    135000,
    135999,
    `${META_SIX} 135 are Meta's Cloud API codes about faults that it does not explain further.`,
  ],
  [136000, 136999, `${META_SIX} 136 are Meta's codes about adding and verifying phone numbers.`],
  [137000, 137999, `${META_SIX} 137 are Meta's Cloud API codes about the identity of a recipient.`],
  [138000, 138999, `${META_SIX} 138 are Meta's codes about calls on WhatsApp.`],
  [139000, 139099, `${META_SIX} 1390 are Meta's codes about Flows.`],
  [139100, 139199, `${META_SIX} 1391 are Meta's Cloud API codes about blocking users.`],
  [139200, 139999, `${META_SIX} 139 are Meta's Cloud API codes.`],
  [
    141000,
    141999,
    `${META_SIX} 141 are Meta's codes about the health of an account, a number or a template.`,
  ],
  [147000, 147999, `${META_SIX} 147 are Meta's codes about usernames.`],
  [200000, 200099, `${META_SIX} 2000 are Meta's codes about changing accounts and templates.`],
  [
    1752000,
    1752999,
    "Seven digits beginning with 1752 are Meta's codes about business accounts and what they own.",
  ],
  [2018000, 2018999, "Seven digits beginning with 2018 are Meta's subcodes about Messenger."],
  [
    2388000,
    2388999,
    "Seven digits beginning with 2388 are Meta's subcodes about templates, phone numbers and accounts.",
  ],
  [
    2494000,
    2494999,
    "Seven digits beginning with 2494 are Meta's subcodes about messages, signing up and accounts.",
  ],
  [
    2593000,
    2593999,
    "Seven digits beginning with 2593 are Meta's subcodes about moving and synchronising accounts.",
  ],
  [2655000, 2655999, "Seven digits beginning with 2655 are Meta's subcodes about sending."],
  [4233000, 4233999, "Seven digits beginning with 4233 are Meta's subcodes about Flows."],
];

const SYMBOLS: readonly (readonly [pattern: RegExp, tells: string])[] = [
  [/^EX_/, 'Symbols beginning with EX_ are statuses of Exotel.'],
  [/^EC_/, 'Symbols beginning with EC_ are errors of Infobip.'],
  [
    /^(REJECTED|UNDELIVERABLE|PENDING|EXPIRED|DELIVERED)_/,
    'Symbols of this form are message statuses of Infobip.',
  ],
  [/^RESTRICTED_/, "Symbols beginning with RESTRICTED_ are restrictions in Meta's account webhooks."],
  [/^E\d{5}$/, 'E and five digits is the form of the errors of Bird.'],
];

/**
 * What the range or the shape of a code that the catalogue does not know tells of it, and no more than that.
 *
 * @returns A sentence, or two; always begins with `Not in the catalogue.`
 */
export function familyOf(code: string): string {
  return `Not in the catalogue. ${tellingOf(code)}`;
}

/** Subcodes of so many digits have ranges of their own; shorter ones are no codes, whatever codes stand in their range. */
const RANGED = 7;

/**
 * What is known of a subcode that the catalogue does not have with this code: with which code it has it, or what its range tells.
 *
 * @param elsewhere Entry that has the subcode with another code of the same provider.
 */
export function subcodeFamilyOf(code: string, subcode: string, elsewhere: Entry | undefined): string {
  if (elsewhere) {
    return `Subcode ${subcode} is not in the catalogue with ${code}; with ${elsewhere.code} it is “${elsewhere.title}”.`;
  }
  const range = subcode.length === RANGED ? ` ${tellingOf(subcode)}` : '';
  return `Subcode ${subcode} is not in the catalogue.${range}`;
}

/** The same without the words that the catalogue does not have it. */
export function tellingOf(code: string): string {
  if (/^\d{1,7}$/.test(code)) {
    const number = Number(code);
    const row = NUMBERS.find(([from, to]) => number >= from && number <= to);
    if (row) return row[2];
    if (code.length === 7) return "Seven digits beside an error of the Graph API are one of Meta's subcodes.";
    return 'No list that Errata knows has codes in this range.';
  }
  const range = rangeOf(code);
  if (range) {
    const row = NUMBERS.find(([from, to]) => range.from >= from && range.to <= to);
    return row ? row[2] : 'A range of codes; those in it may belong to several lists.';
  }
  return (
    SYMBOLS.find(([pattern]) => pattern.test(code))?.[1] ??
    'No list that Errata knows has codes of this form.'
  );
}
