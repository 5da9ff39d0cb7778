import { isRareOrSubcode } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { firstOf, lastOf } from '../words/letters.ts';
import { cue, words } from '../words/pattern.ts';

const OPEN = /^\s{0,2}["'`*“«„「]{0,2}$/;
const CLOSE = /^["'`*”»“」]{0,2}\s{0,2}$/;
/** The longest of the words right behind a number, and what may stand before and after it. */
const REACH = 24;
/** Right before the number: `what does 131047`, `was heißt 131047`. */
const ASKS = cue(
  words(`
    what does, what is, what's, what are, meaning of, meaning behind, explain, o que é, o que significa, o que quer dizer, significado do, significado de, qué es, que es, qué significa, que significa, qué quiere decir,
    que quiere decir, que signifie, que veut dire, c'est quoi, signification de, was heißt, was ist, was bedeutet, bedeutung von, cosa significa, che significa, cos'è, che cos'è, cosa vuol dire, wat betekent,
    wat is, что значит, что означает, что такое, що означає, що таке, co oznacza, co to jest, co znaczy, apa itu, apa arti, arti, apa maksud, maksud, vad betyder, hvad betyder, ce înseamnă,
    ما معنى, ماذا يعني, معنى, ما هو, ما هي, מה זה, מה המשמעות של, מה אומר, معنی
  `),
  { after: OPEN },
);
/** Right behind it: `131047 nedir`, `131047 是什么意思`. */
const ASKED = cue(
  words(`
    nedir, ne demek, ne anlama, kya hai, apa artinya, artinya apa, itu apa, là gì, nghĩa là gì, 是什么, 是什麼, 什么意思, 什麼意思, 代表什么, とは, は何, って何, の意味, 이 뭔, 가 뭔, 은 뭔, 는 뭔, 이 무슨, 가 무슨, 은 무엇, 는 무엇, 무슨 뜻, คืออะไร, หมายถึงอะไร,
    का मतलब, क्या है, মানে কি, মানে কী, এর মানে, کیا ہے, کا مطلب, یعنی چه
  `),
  { before: CLOSE },
);
/** `131047 means that …`: not so many of something. */
const MEANS =
  /^["'`*”»]{0,2}\s(?:(?:here|there|just|only|also)\s){0,2}(?:means|mean|stands for|says that|says only|is about|bedeutet|heißt|significa|quiere decir|quer dizer|signifie|veut dire|vuol dire|betekent|значит|означает|oznacza|demek|artinya|berarti|nghĩa là|यानी|يعني|معناه)(?![\p{L}\p{M}])/iu;
/** The number and no unit: `what is 131047 in hex`, `what is 131047 divided by 3`. */
const ENDS =
  /^["'`*”»“」]{0,2}\s?(?:$|[?？؟.,;:!)）。、，\n–—-]|(?:mean|means|for|about|exactly|genau|exactamente|exatamente|exactement|esattamente|precies|and|or|y|o|e|und|et|ou|en|from|on|da|do|de|del|von|auf|chez|di|bei|in der|in meta|in whatsapp|na|no)(?!\p{L}))/iu;

/** `What does 131047 mean?`, `131026 nedir`: nobody asks that of a count. */
export const rule: Rule = {
  id: 'meaning-asked',
  family: 'wording',
  weight: 3.2,
  needs: ['number', 'long', 'beside'],
  find({ form, lineLeft, right }) {
    if (!isRareOrSubcode(form)) return null;
    const means = MEANS.exec(right)?.[0] ?? ASKED.in(firstOf(right, REACH))?.word;
    if (means !== undefined) return means.trim();
    return ENDS.test(right) ? (ASKS.in(lastOf(lineLeft, 40))?.word ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    'What does ‹131047› mean?',
    '`‹131047›` here only says that the day is over',
    'Was heißt ‹131026› genau?',
    'ما معنى ‹131026›؟',
    '‹131026› nedir',
    '‹131049› 是什么意思？',
    'O suporte disse que ‹131042› significa cartão recusado',
    'Co oznacza ‹131026›? Numer działa.',
  ],
  no: [
    'what is 131047 divided by 3',
    'What are 131047 people doing',
    '131047 meanings',
    'the mean is 131047',
  ],
};
