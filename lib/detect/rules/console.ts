import type { Examples, Rule } from '../rule.ts';

/** The page is a console that shows codes of this provider. */
export const rule: Rule = {
  id: 'console',
  family: 'topic',
  weight: 2,
  needs: ['console'],
  find({ reading, meanings, kind }) {
    const { console: place, context } = reading;
    // Every row of a log says that it was delivered.
    if (kind === 'symbol' && meanings.every(({ success }) => success)) return null;
    if (context.provider && meanings.some(({ provider }) => provider === context.provider))
      return context.provider;
    if (!place) return null;
    if (meanings.length === 0) return place.provider;
    const shown = meanings.find(({ provider, api }) =>
      place.codesOf.some((of) => of === provider || of === `${provider}/${api}`),
    );
    return shown ? place.provider : null;
  },
};

export const examples: Examples = {
  host: 'console.twilio.com',
  yes: ['‹63016›', 'code ‹63016›', '‹21610› it is'],
  no: ['131047', 'REJECTED_SOURCE', 'none'],
};
