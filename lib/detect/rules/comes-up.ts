import { isRareForm, isRareOrSubcode } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { firstOf } from '../words/letters.ts';
import { cue, words } from '../words/pattern.ts';

const ARTICLE =
  /(?:^|[\s(>*])(?:the|this|that|an?|el|un|este|ese|o|um|esse|le|un|ce|der|die|das|ein|il|lo|questo|de|het|код)\s["'`*“«]{0,2}$/iu;
/** `o texto do 131049, que dava a entender`: more is told of it as of one thing. */
const OF_ONE = /(?:^|[\s(>*])(?:the|el|del|o|do|le|du|der|den|dem|des|il|del|het|van het)\s["'`*“«]{0,2}$/iu;
const WHICH =
  /^["'`*»”]{0,2}(?:,\s(?:which|que|qui|che|der|die|das|wat|которы[йе])|,?\s(?:when|quando|cuando|wenn|quand|als|когда))\s\p{Ll}{2}/u;
/** What becomes of an error and of nothing that is counted or ordered. */
const HAPPENS = cue(
  words(`
    comes up, shows up, pops up, keeps coming, keeps happening, goes away, is back, is gone, happens, means, stands for, is returned, is thrown, is raised,
    sale, sale a veces, aparece, aparecem, aparecen, aparecia, aparecía, apareceu, apareció, salía, salió, vinha, vem, dava, daba, salta, se va, vuelve, significa, se debe, quiere decir, some, volta, surge, quer dizer, deve-se, apparaît, revient, disparaît, survient, veut dire, signifie,
    kommt, erscheint, verschwindet, bedeutet, heißt, esce, compare, torna, sparisce, significa, vuol dire, komt, verschijnt, betekent, значит, означает, появляется, приходит
  `),
  { before: /^["'`*»”]{0,2}\s(?:ya\s|só\s|solo\s|only\s|just\s|still\s|no\s|não\s|ne\s)?$/iu },
);

/** `o 131049 não vale para essa categoria`: of one thing. */
const APPLIES =
  /^["'`*»”]{0,2}\s(?:does|doesn't|isn't|wasn't|never|applies|covers|concerns|(?:não|no|ne|nicht|non|niet|не)\s\p{L}{3,14}|n'(?:est|a)|vale|aplica|s'applique|gilt|si applica)(?!\p{L})/iu;

/** Why this one: an article or none, as of one thing. */
const WHY =
  /(?:^|[^\p{L}])(?:why(?: does| is| do we get| did)?|por qu[eéê]|warum|wieso|pourquoi|perché|waarom|почему|kenapa|mengapa)\s(?:(?:the|o|el|le|der|das|die|il|de|het)\s)?["'`*«“]{0,2}$/iu;
const GOES_ON =
  /^["'`*»”]{0,2}\s(?:back|again|coming|happening|is|are|was|does|happens|comes|keeps|shows|se|não|no|ne|ist|kommt|tritt|est|arrive|è|non|si|werkt|при|не|на|só|solo|nur|mostly|only|always|sempre|siempre|immer|toujours)(?!\p{L})/iu;

/** `131053 has nothing to do with the size`: what nobody says of so many. */
const APART =
  /^["'`*»”]{0,2}\s(?:has nothing to do with|hat nichts mit|no tiene nada que ver|não tem nada a ver|n'a rien à voir|non c'entra|heeft niets met)(?!\p{L})/iu;

/** `El 131030 sale porque …`: somebody tells when it comes, or asks why. */
export const rule: Rule = {
  id: 'comes-up',
  family: 'place',
  weight: 2.8,
  needs: ['number', 'long', 'left', 'right'],
  find({ form, lineLeft, lineRight }) {
    if (!isRareOrSubcode(form)) return null;
    const apart = APART.exec(lineRight)?.[0];
    if (apart !== undefined) return apart.trim();
    if (!isRareForm(form)) return null;
    if (WHY.test(lineLeft) && GOES_ON.test(lineRight)) return 'why';
    if (OF_ONE.test(lineLeft) && WHICH.test(lineRight)) return 'which';
    if (!ARTICLE.test(lineLeft)) return null;
    const applies = APPLIES.exec(lineRight)?.[0];
    if (applies !== undefined) return applies.trim();
    return HAPPENS.in(firstOf(lineRight, 40))?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'El ‹131030› sale porque la app sigue en modo de prueba',
    'The `‹131049›` goes away by itself',
    'o ‹131047› aparece quando passa o dia',
    'Por que o ‹131049› se concentra à tarde',
    'ajustamos o texto do ‹131049›, que dava a entender outra coisa',
    'por trás do ‹131049› quando vem em lote',
    'why is ‹131026› back',
    'porque o ‹131049› não vale para essa categoria',
    'the ‹131049› does not apply here',
    '`‹131053›` has nothing to do with the size',
  ],
  no: [
    'why 131026 people',
    'por que os 131049 clientes',
    '131030 sale',
    'the 131030 people',
    'El total 131030 sale caro',
    'the 131030 orders come up',
    'we sent 131030, which was too much',
  ],
};
