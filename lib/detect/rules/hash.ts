import type { Examples, Rule } from '../rule.ts';
import { matchTitle } from '../title.ts';

/** `#131026` without brackets: also an order, an invoice, a colour, so it counts little. */
export const rule: Rule = {
  id: 'hash',
  family: 'place',
  weight: 2,
  needs: ['left'],
  find(scene) {
    const { left, lineLeft, lineRight, code, meanings } = scene;
    if (/(?<!error )(?:message|msg|bug|lead|deal|chat|thread|post|item|user)\s#$/i.test(left)) return null;
    // `#131047 Asha Verma`: the number of a conversation, with whom it is.
    if (/^\s*[#＃]$/.test(lineLeft) && /^\s\p{Lu}\p{Ll}/u.test(lineRight)) {
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
  no: ['131047 it was', 'no. 131026', '&#131047;', 'Message #131026', '#131047 Asha Verma · 2h'],
};
