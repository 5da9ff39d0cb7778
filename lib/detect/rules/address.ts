import type { Examples, Rule } from '../rule.ts';

/** Inside a web address. Nothing is marked there. */
export const rule: Rule = {
  id: 'address',
  family: 'against',
  weight: -9,
  needs: ['left'],
  find({ left }) {
    return (
      /(?:https?:\/\/|www\.|wamid\.)[^\s"'<>`|]{0,90}$/i.exec(left)?.[0] ??
      (/\/(?!\d+\/)[\w.-]{1,30}\/$/.exec(left)?.[0] || null)
    );
  },
};

export const examples: Examples = {
  yes: [
    'https://www.twilio.com/docs/errors/‹63018›',
    'see www.example.com/?code=‹131047›',
    '/docs/errors/‹63018›',
  ],
  no: ['131047 https://example.com', 'error 131047', '470/131047'],
};
