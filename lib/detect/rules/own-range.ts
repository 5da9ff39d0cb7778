import type { Examples, Rule } from '../rule.ts';

/** 63001 to 63112 are one provider's alone: beside its name hardly anything else is meant. */
export const rule: Rule = {
  id: 'own-range',
  family: 'topic',
  weight: 3.2,
  needs: ['number', 'long'],
  find({ form, code, reading, start, meanings, lineLeft, lineRight }) {
    // `Alerts - 63016`: the value of anything.
    if (
      form !== 'five-rare' ||
      !code.startsWith('63') ||
      (/[-–—:]\s{1,2}$/.test(lineLeft) && lineRight === '')
    )
      return null;
    return meanings.find(({ provider }) => reading.isNamed(provider, start))?.provider ?? null;
  },
};

export const examples: Examples = {
  yes: ['Twilio shows nothing but ‹63016›', '‹63016› comes up in Twilio', 'Twilio mostra sempre ‹63016›'],
  no: ['63016', 'Meta 63016', 'Twilio 21610', 'postcode 63016', 'Twilio alerts - 63016'],
};
