import type { Examples, Rule } from '../rule.ts';
import { matchTitle } from '../title.ts';

const BETWEEN = /[\s"'`“”’»*]{0,4}(?:[–—:(#-]|\()[\s"'`*(#[]{0,4}$|["”»]\s?,\s$/;

/** The code's own title stands right before it: `"Invalid Media Url" - 1010`, `Message undeliverable (131026)`. */
export const rule: Rule = {
  id: 'title-before',
  family: 'wording',
  weight: 6,
  needs: ['number', 'left', 'titled'],
  find(scene) {
    const { kind, lineLeft, meanings, code } = scene;
    if (kind !== 'number' || code.length < 3) return null;
    const between = BETWEEN.exec(lineLeft)?.[0];
    if (!between) return null;
    const before = lineLeft.slice(0, -between.length).toLowerCase();
    const own = meanings.find(
      (meaning) =>
        meaning.title.includes(' ') &&
        before.endsWith(meaning.title.toLowerCase()) &&
        matchTitle(meaning, scene).near > 0,
    );
    return own?.title ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '* "Re-engagement message" - ‹470›',
    'Message undeliverable (‹131026›)',
    'stops with "Message undeliverable", ‹131026›, and',
    '**Wallet Balance Low**: ‹1003›',
  ],
  no: ['Re-engagement messages: 470', 'Message undeliverable 131026 times', 'Timeout - 408'],
};
