import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { goesOn } from './met.ts';

/** An article that stands before one thing only. */
const ONE =
  /(?:^|[\s(>*—–])(?:um|un|uno|el|este|ese|aquel|o|esse|aquele|il|lo|quel|ce|le|dem|ein|einen|einem|een|het|an?|every|each|another|this|that|cada|jeder|jede|chaque|ogni|otro|outro)\s["'`*«“]{0,2}$/iu;

/** `(131026 if the app is too old)` */
const IF =
  /^["'`*]{0,2}\s(?:if|when|unless|si|se|wenn|falls|quand|cuando|quando|если|когда|jika|kalau|als)\s\p{L}/iu;
/** `it gives remedies for 131026 and 131047` */
const REMEDY =
  /(?:^|[^\p{L}])(?:remed(?:y|ies)|cures?|fix(?:es)?|workarounds?|solutions?|advice|explanations?|soluci(?:ón|ones)|solução|soluções|abhilfe|lösung(?:en)?|remèdes?|soluzion[ei])\s(?:for|to|of|on|para|pour|für|zu|per|gegen|contra)\s(?:the\s|el\s|o\s|le\s|den\s)?["'`*]{0,2}$/iu;

/** `um 131050 pula para sempre`, `the queue stops at every 131056`: nobody counts so many behind "one". */
export const rule: Rule = {
  id: 'as-one',
  family: 'place',
  weight: 3,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, right, reading }) {
    // There people write of orders.
    if (reading.console || !isRareForm(form)) return null;
    const condition = /\((?:(?:or|of|o|ou|oder|atau|veya|или)\s)?$/i.test(lineLeft)
      ? IF.exec(right)?.[0].trim()
      : undefined;
    if (condition) return condition;
    return goesOn(right) ? ((ONE.exec(lineLeft) ?? REMEDY.exec(lineLeft))?.[0].trim() ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    'um ‹131050› que chega',
    'stops at every ‹131049›.',
    'el ‹131047› con los clientes',
    'dan komt er 131052 terug (of ‹131053› als het uploaden misgaat)',
    "perdre le message (‹131026› si l'appli est trop vieille)",
    'gives remedies for ‹131026› and 131047, mentions',
  ],
  no: [
    'the 131047 people',
    'a 131047 drive',
    'el 131047 pedido',
    '(131047 rows)',
    'Envíe SALIR al 131047.',
    'Marque al 131047 para más información',
    'destek no 131047, fatura',
    'fixes for 131047 people',
  ],
};
