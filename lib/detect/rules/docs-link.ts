import type { Examples, Rule } from '../rule.ts';

/** Where Twilio explains its errors. */
const LINK =
  /^["'`*]{0,2}[\s.,:;(–—-]{1,4}(?:(?:see|more info(?:rmation)?)[\s:]{1,3})?[<(]?https?:\/\/(?:www\.)?twilio\.com\/docs\/(?:api\/)?errors\/\d/i;

/** `… number: +60xxx. 21408 https://www.twilio.com/docs/errors/21408`: the link behind the number explains an error. */
export const rule: Rule = {
  id: 'docs-link',
  family: 'wording',
  weight: 3.4,
  needs: ['number', 'long'],
  find({ code, right }) {
    return code.length === 5 && LINK.test(right) ? 'twilio.com/docs/errors' : null;
  },
};

export const examples: Examples = {
  yes: [
    "for the region of the 'To' number. ‹63016› https://www.twilio.com/docs/errors/63016",
    'failed with ‹63016› (https://www.twilio.com/docs/api/errors/63016)',
    'code ‹63016›. More info: https://www.twilio.com/docs/errors/63016',
  ],
  no: [
    '21408 https://example.com/docs/errors/21408',
    '21408 people read https://www.twilio.com/docs/errors/21408',
    '21408 https://www.twilio.com/docs/usage/21408',
  ],
};
