import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';

/** `Import #131047`, `Request #131047`: the number of a thing, at the head of a line and with nothing said of it. */
const THING = /^[^\p{L}\p{N}]{0,3}\p{Lu}\p{Ll}{3,}(?:\s\p{Ll}+)?\s#$/u;
const OF_ERROR = /err|fehl|fout|hata|galat|code|kod|cod|cód|reason|meta|graph|whats|twilio|api/i;

const isBare = ({ lineLeft, lineRight }: Scene) => !/[\p{L}\p{N}]/u.test(lineLeft + lineRight);

/** `#131026` without brackets: also an order, an invoice, a colour, so it counts little. */
export const rule: Rule = {
  id: 'hash',
  family: 'place',
  weight: 2,
  needs: ['hash'],
  find(scene) {
    const { left, lineLeft, lineRight, code, meanings, reading } = scene;
    // `(see #1005)`: where more of it is told.
    if (
      code.length < 5 &&
      /(?:^|[^\p{L}])(?:see|cf\.?|refs?|issue|via|per|ver|vide|voir|siehe)\s#$/iu.test(left)
    )
      return null;
    if (/(?<!error )(?:message|msg|bug|lead|deal|chat|thread|post|item|user)\s#$/i.test(left)) return null;
    // `WhatsApp Cloud · #1005`: the conversation that the head of a chat names.
    if (code.length < 5 && /[·•|]\s#$/.test(lineLeft) && /^\s*$/.test(lineRight)) return null;
    // A chip with the number of something, unless the row tells of a failure.
    if (isBare(scene) && !scene.label && !reading.nearby()?.word('failure')) return null;
    // `#131047 Asha Verma`: the number of a conversation, with whom it is.
    const named = /^\s*[#＃]$/.test(lineLeft) && /^\s(?:·\s)?\p{Lu}\p{Ll}/u.test(lineRight);
    if (named || (THING.test(lineLeft) && !OF_ERROR.test(lineLeft))) {
      return meanings.some((meaning) => matchTitle(meaning, scene).near >= 0.5) ? `#${code}` : null;
    }
    return code.length >= 3 && /(?:^|[\s("'`*_/:>—–-])[#＃]$/.test(left) ? `#${code}` : null;
  },
};

export const examples: Examples = {
  yes: [
    '#‹131047› Re-engagement message',
    'Meta answers #‹131047› here',
    '⚠ #‹131049›: Meta chose not to deliver',
    'what #‹131026› means',
  ],
  no: [
    '131047 it was',
    'no. 131026',
    '&#131047;',
    'Message #131026',
    '#131047 Asha Verma · 2h',
    'Import #131047 done',
    '#131047',
    'Ana · WhatsApp Cloud · #1005\nHi',
    'was still "sent" (see #1005).',
  ],
};
