import { isPlaced } from '../placed.ts';
import type { Examples, Rule } from '../rule.ts';
import { matchTitle } from '../title.ts';

/** The first of a thousand are given out by many, and of these Meta's interface is hardly met with. */
const FIRST: ReadonlySet<string> = new Set(['131001', '131002', '131003', '131004', '131007']);

/** `错误码 131001` where nothing speaks of WhatsApp, of sending or of a provider, and no title of the code's. */
export const rule: Rule = {
  id: 'shared-range',
  family: 'against',
  weight: -6.5,
  needs: ['number', 'long'],
  find(scene) {
    const { code, meanings, reading, start } = scene;
    if (!FIRST.has(code)) return null;
    // `(#131001)` is how Graph prints a code.
    if (/[(（][#＃]$/.test(scene.left)) return null;
    if (isPlaced(scene) || reading.topicNear('trade', start)) return null;
    const isMeant = meanings.some(
      (meaning) => reading.isNamed(meaning.provider, start) || matchTitle(meaning, scene).near >= 0.5,
    );
    return isMeant ? null : code;
  },
};

export const examples: Examples = {
  yes: ['错误码 ‹131007›', 'if (errorCode == ‹131007›) {', '// error_code=‹131007›: once a day'],
  no: ['Meta: error 131007', 'error 131047', '"code": 131007, // template'],
};
