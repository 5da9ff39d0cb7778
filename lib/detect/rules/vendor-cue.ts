import type { Examples, Rule } from '../rule.ts';

const NAME =
  /(?:^|[^\p{L}])(Twilio|Meta|Graph|WhatsApp|Cloud API|WhatsApp API|Graph API|Vonage|Infobip|Gupshup|Exotel|Telnyx|Sinch|YCloud|MessageBird|Plivo|360dialog|WABA)['’]?s?[\s:：#"'`*(_\-–—>\]]{1,4}$/u;

/** What Graph throws: `OAuthException 190`. */
const THROWN = /(OAuthException|GraphMethodException|FacebookApiException)[\s:：#(]{1,3}$/;

/** `Twilio 63016: …`, `WhatsApp Cloud API 131047`: the provider's name in front of the number. */
export const rule: Rule = {
  id: 'vendor-cue',
  family: 'place',
  weight: 3.2,
  needs: ['number', 'left'],
  find({ left, right, code, kind }) {
    if (kind !== 'number') return null;
    const thrown = code.length > 1 ? THROWN.exec(left)?.[1] : undefined;
    if (thrown) return thrown;
    if (code.length === 4 && !/^[):\]"'`]/.test(right)) return null;
    return code.length >= 4 ? (NAME.exec(left)?.[1] ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    '**Twilio ‹63016›**: wrong variables',
    'Error: WhatsApp Cloud API ‹131047›',
    '(Meta ‹131047›, Twilio ‹63016›)',
  ],
  no: ['Metal 131047', 'WhatsApp 190', 'Twilio sent 63016'],
};
