import type { Examples, Rule } from '../rule.ts';

/** The address that explains a code, with the code last: Vonage's problems have it as their type. */
const ADDRESS = /errors?\/[\w/-]{1,40}#(\d{3,5})["'`]/g;

/** `"type": "…/api-errors/messages#1000", "title": 1000`: the address of the explanation ends in the same number. */
export const rule: Rule = {
  id: 'problem-type',
  family: 'payload',
  weight: 6,
  needs: ['number', 'named'],
  find({ code, key, structural, left, right }) {
    if (!structural || !/^(?:title|code|error_?code)$/i.test(key ?? '')) return null;
    for (const window of [left, right])
      for (const [address, own] of window.matchAll(ADDRESS)) if (own === code) return address;
    return null;
  },
};

export const examples: Examples = {
  yes: [
    '"type": "https://developer.vonage.com/api-errors/messages#1005", "title": ‹1005›,',
    '"title": ‹1005›, "type": "https://developer.vonage.com/api-errors/messages#1005"',
    "{ type: 'https://x.example/errors/send#470', code: ‹470› }",
  ],
  no: [
    '"type": "https://developer.vonage.com/api-errors/messages#1013", "title": 1005,',
    '"title": 1005, "type": "about:blank"',
    'see api-errors/messages#1005, 1005 in all',
  ],
};
