import { isOwnName } from '../constant.ts';
import type { Examples, Rule } from '../rule.ts';

const HEADING = /^\s{0,3}#{1,6}\s["'`*]{0,2}$/;
const TOLD = /^["'`*]{0,2}\s?[:—–-]\s\p{L}/u;

/** `### TAG_CONTENT_MISMATCH — the category does not fit`: a part of a text about one reason. */
export const rule: Rule = {
  id: 'name-headline',
  family: 'place',
  weight: 3.4,
  needs: ['spelled', 'left', 'right'],
  find(scene) {
    const { kind, lineLeft, lineRight } = scene;
    if (kind !== 'symbol' || !isOwnName(scene) || !HEADING.test(lineLeft)) return null;
    return TOLD.exec(lineRight)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '### `‹TAG_CONTENT_MISMATCH›` — the category does not fit',
    '## ‹TAG_CONTENT_MISMATCH›: wrong category',
    '# **‹TAG_CONTENT_MISMATCH›** - what to do',
  ],
  no: ['# MISSING_TOKEN — set it', 'TAG_CONTENT_MISMATCH — what', '### TAG_CONTENT_MISMATCH'],
};
