import type { Examples, Rule } from '../rule.ts';

const VERB =
  /(?:^|[^\p{L}])(?:see|sees|seeing|saw|get|gets|getting|got|hit|hits|hitting|return|returns|returned|returning|throws?|throwing|threw|show|shows|showed|showing|shown|(?:fail|fails|failed|failing|come|comes|came|coming|back|end|ends|ended|ending|reject|rejects|rejected|refused|bounced|die|dies|died) (?:back )?(?:with|as|in|on|by)|what|what is|what's|what does|because of|due to|recebo|recebemos|recebendo|volta|voltam|voltou|retorna|retornou|dá|deu|aparece|recibo|recibimos|sale|salen|aparece|devuelve|devolvió|obtengo|bekomme|bekommen|kriege|kommt|erscheint|liefert|reçois|recevons|renvoie|affiche|при|bei|upon|on|em caso de|en caso de|en cas de|in caso di|jika|kalau|ricevo|riceviamo|restituisce|compare|muncul|kena|dapat)\s(?:an?\s|the\s|o\s|el\s|un\s|die\s|le\s)?["'`]?$/iu;
const NEXT =
  /^["'`]?(?:\s?(?:[—–→]|->|=>)|\s(?:for|when|whenever|on|after|again|every|from|with|instead|back|is|means|since|errors?|quando|cuando|wenn|quand|saat|para|pra|al|beim|bei|à|desde|seit|depuis|mean)(?![\p{L}\p{N}])|\s\(|[.,;!?]?$|[.,;!?]\s)/iu;

/** `we see 130472 for roughly 1% of our sends`: met with, not counted. */
export const rule: Rule = {
  id: 'met',
  family: 'place',
  weight: 1.2,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, right }) {
    if (form !== 'six-digits' && form !== 'five-rare') return null;
    return NEXT.test(right) ? (VERB.exec(lineLeft)?.[0].trim() ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    'we see ‹130472› for some sends',
    'the API returns ‹131047›',
    'we keep getting ‹131026› when we send',
    'our campaign shows ‹131049› for 470 contacts',
    'todo volta com erro, ou só volta ‹131047› quando passa o dia',
    'what does ‹131048› mean?',
    'при ‹131047› — шлём шаблон',
    'on ‹131047› → send the template',
  ],
  no: ['we see 131047 people', 'target 131047', 'we got 470', 'it shows 131047 in all'],
};
