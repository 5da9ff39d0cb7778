import type { Examples, Rule } from '../rule.ts';
import { matchTitle } from '../title.ts';

/** The code's own title follows at once: `470 - Re-engagement message`. */
export const rule: Rule = {
  id: 'title-beside',
  family: 'wording',
  weight: 6.4,
  needs: ['right', 'titled'],
  find(scene) {
    // A word is its own title.
    if (scene.kind === 'symbol') return null;
    const own = scene.meanings.find((meaning) => matchTitle(meaning, scene).beside >= 1);
    return own?.title ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '| `‹470›` - Re-engagement message |',
    '‹1003› Wallet Balance Low',
    '{"code": ‹1006›, "title": "Resource not found"}',
  ],
  no: ['470 messages', '401 Unauthorized', 'Re-engagement messages: 470'],
};
