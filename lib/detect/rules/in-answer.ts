import { isRareOrSubcode } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** A body, an answer, a webhook: what a code comes in. */
const IN_ANSWER =
  /^["'`*]{0,2}\s(?:in|inside|within|im|in der|en|em|no|na|nel|nella|dans|di|в)\s(?:(?:the|its|their|our|an?|el|la|su|o|a|le|sa|den|dem|der|ihrem|seinem)\s)?(?:(?:error|response|json|http|graph|webhook|same)\s)?(?:body|payload|response|answer|reply|webhook|callback|status update|corpo|resposta|retorno|cuerpo|respuesta|corps|réponse|antwort|rückmeldung|risposta|respons|jawaban|ответе|теле)(?![\p{L}-]|\s(?:rate|time|count))/iu;

/** ``keeps 131051 in `mensagens.erro` `` */
const IN_FIELD =
  /^["'`*]{0,3}\s(?:in|into|em|en|dans|im|nel|в)\s(?:the\s|el\s|o\s|le\s)?["'`][\w.]{0,30}(?:err|fail|cod|reason|motiv|falh|fehl)\w{0,20}["'`]/iu;
/** `a body with 131056` */
const HOLDS =
  /(?:^|[^\p{L}])(?:body|payload|webhook|callback|corpo|cuerpo|corps|resposta|respuesta|réponse|antwort)\s(?:with|holding|containing|com|con|avec|mit)\s["'`]?$/iu;

/** `with 131056 in the body we wait`: what came back holds it. */
export const rule: Rule = {
  id: 'in-answer',
  family: 'place',
  weight: 3.2,
  needs: ['number', 'long', 'right'],
  find({ form, lineLeft, right }) {
    if (!isRareOrSubcode(form)) return null;
    return (IN_ANSWER.exec(right) ?? IN_FIELD.exec(right) ?? HOLDS.exec(lineLeft))?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'with ‹131047› in the body we wait',
    'se vier ‹131026› na resposta',
    'bei ‹131048› im Webhook warten wir',
    'un 400 con ‹131005› en el cuerpo',
    'a 400, body with ‹131047›, once',
    'guarda **‹131026›** em `mensagens.erro` e sai',
  ],
  no: ['131047 in the list', '131026 in reply rate', 'with 470 in the body', '131047 messages in the body'],
};
