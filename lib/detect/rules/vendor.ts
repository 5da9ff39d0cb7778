import type { Examples, Rule } from '../rule.ts';

/** The provider of one of the meanings is named within reach. */
export const rule: Rule = {
  id: 'vendor',
  family: 'topic',
  weight: 2.2,
  find({ reading, start, meanings }) {
    return meanings.find(({ provider }) => reading.isNamed(provider, start))?.provider ?? null;
  },
};

export const examples: Examples = {
  yes: ['Twilio says ‹63016›', '‹7009› came from Infobip', '{"code": ‹1002›, "gsId": "x"} Gupshup'],
  no: ['63016', 'Infobip says 63016', 'Twilio 7009'],
};
