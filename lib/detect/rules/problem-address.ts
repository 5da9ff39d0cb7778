import type { Examples, Rule } from '../rule.ts';

/** The type of a problem at Vonage: the address that explains it, with the code last and nothing behind it. */
const TYPE =
  /\btype\\?["'`]{0,2}\s?[:=]\s?\\?["'`]https?:\/\/developer\.((?:vonage|nexmo)\.com\/api-errors)(?:\/[\w-]{1,30})?#$/;

const TITLE = /title\\?["'`]{1,2}\s?:\s?["'`]?(\d{3,5})(?!\d)/;

/** `"type": "https://developer.vonage.com/api-errors/messages#1420"`: the code stands nowhere else. */
export const rule: Rule = {
  id: 'problem-address',
  family: 'payload',
  weight: 8,
  needs: ['number', 'hash'],
  find({ code, left, right }) {
    const [, address = ''] = TYPE.exec(left) ?? [];
    if (address === '' || !/^\\?["'`]/.test(right)) return null;
    // The title is the code itself: `problem-type.ts`.
    return TITLE.exec(left)?.[1] === code || TITLE.exec(right)?.[1] === code ? null : address;
  },
};

export const examples: Examples = {
  yes: [
    '{"type":"https://developer.vonage.com/api-errors/messages#‹1420›","title":"Invalid sender"}',
    "type: 'https://developer.nexmo.com/api-errors/messages-olympus#‹1320›',",
    '"type": "https://developer.vonage.com/api-errors#‹1340›"',
  ],
  no: [
    '"type": "https://developer.vonage.com/api-errors/messages#1340", "title": 1340,',
    'see https://developer.vonage.com/api-errors/messages#1420',
    '"type": "https://example.com/errors/payments#1420"',
    '"href": "https://developer.vonage.com/api-errors/messages#1420"',
  ],
};
