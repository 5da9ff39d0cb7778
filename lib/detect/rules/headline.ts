import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** The mark of a heading, or of a point whose number is set in code type. */
const HEADING = /^(?:\s{0,3}#{1,6}\s["'`*]{0,2}|\s{0,8}[-*•]\s`)$/;
/** What is told of one thing. */
const TOLD =
  /^["'`*]{0,2}(?:\s?[:—–]\s|\s-\s|\s\*{0,2}(?:is|was|when|whenever|after|again|now|no longer|comes|keeps|means|não|no|é|es|ist|wird|est|è|не|quando|cuando|wenn|quand|bei|при)(?!\p{L}))/iu;

/** `### 63016 is no longer retried`: a part of a text about one code. */
export const rule: Rule = {
  id: 'headline',
  family: 'place',
  weight: 2.8,
  needs: ['number', 'long', 'right'],
  find({ form, lineLeft, lineRight }) {
    if (!isRareForm(form) || !HEADING.test(lineLeft)) return null;
    return TOLD.exec(lineRight)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '### ‹63016› is no longer retried',
    '## `‹131049›` — what we do',
    '# ‹131047› when nobody wrote',
    '- `‹131056›` **não é definitivo**: o job volta',
  ],
  no: ['### 131047 people', '# 131047', '131047 is it', '### Room 131047 is free'],
};
