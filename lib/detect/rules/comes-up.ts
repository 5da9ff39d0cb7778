import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { firstOf } from '../words/letters.ts';
import { cue, words } from '../words/pattern.ts';

const ARTICLE =
  /(?:^|[\s(>*])(?:the|this|that|an?|el|un|este|ese|o|um|esse|le|un|ce|der|die|das|ein|il|lo|questo|de|het|код)\s["'`*“«]{0,2}$/iu;
/** What becomes of an error and of nothing that is counted or ordered. */
const HAPPENS = cue(
  words(`
    comes up, shows up, pops up, keeps coming, keeps happening, goes away, is back, is gone, happens, means, stands for, is returned, is thrown, is raised,
    sale, sale a veces, aparece, salta, se va, vuelve, significa, se debe, quiere decir, some, volta, surge, quer dizer, deve-se, apparaît, revient, disparaît, survient, veut dire, signifie,
    kommt, erscheint, verschwindet, bedeutet, heißt, esce, compare, torna, sparisce, significa, vuol dire, komt, verschijnt, betekent, значит, означает, появляется, приходит
  `),
  { before: /^["'`*»”]{0,2}\s(?:ya\s|só\s|solo\s|only\s|just\s|still\s|no\s|não\s|ne\s)?$/iu },
);

/** `El 131030 sale porque …`: somebody tells when it comes. */
export const rule: Rule = {
  id: 'comes-up',
  family: 'place',
  weight: 2.4,
  needs: ['number', 'long', 'left', 'right'],
  find({ form, lineLeft, lineRight }) {
    if (!isRareForm(form) || !ARTICLE.test(lineLeft)) return null;
    return HAPPENS.in(firstOf(lineRight, 40))?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'El ‹131030› sale porque la app sigue en modo de prueba',
    'The `‹131049›` goes away by itself',
    'o ‹131047› aparece quando passa o dia',
  ],
  no: ['131030 sale', 'the 131030 people', 'El total 131030 sale caro', 'the 131030 orders come up'],
};
