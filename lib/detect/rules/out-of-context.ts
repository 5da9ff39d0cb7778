import type { Examples, Rule } from '../rule.ts';

/** A word that nothing around ties to WhatsApp, to a provider or to one of its consoles: anybody's own constant. */
export const rule: Rule = {
  id: 'out-of-context',
  family: 'against',
  weight: -5.5,
  find({ kind, reading, start, meanings, code }) {
    if (kind !== 'symbol' || reading.console || reading.context.provider) return null;
    if (reading.topicNear('whatsapp', start)) return null;
    const near = reading.vendorsNear(start);
    return meanings.some(({ provider }) => near.has(provider)) ? null : code;
  },
};

export const examples: Examples = {
  yes: [
    "errorCode: '‹MISSING_TOKEN›'",
    'code: "‹RECIPIENT_NOT_REACHABLE›"',
    'getenv("TOKEN") ?? "‹MISSING_TOKEN›"',
  ],
  no: ['CEQUENS MISSING_TOKEN', 'error 131047', 'Sinch: RECIPIENT_NOT_REACHABLE'],
};
