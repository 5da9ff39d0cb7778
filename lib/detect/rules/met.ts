import { isRareOrSubcode } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, words } from '../words/pattern.ts';
import { GOING_ON, SHOWN_AFTER, SHOWN_BEFORE } from '../words/shown.ts';

/** `Regra 131026: …` */
const RULES = words('rule, regra, regla');
const BEFORE = cue([...SHOWN_BEFORE, ...RULES], {
  after:
    /^\s?(?:(?:otra vez|de novo|again|still|wieder|encore|ancora|erst|now|ya|já|tetap|masih|opnieuw|опять|снова)\s)?(?:(?:an?|the|o|el|un|une|die|le|lo)\s)?[:：]?\s?["'`*«„“”「]{0,2}$/iu,
});
/** `fails with 131047`, `comes back as 131026`. */
const ENDS_IN =
  /(?:^|[^\p{L}])(?:fail|fails|failed|failing|come|comes|came|coming|back|end|ends|ended|ending|reject|rejects|rejected|refused|bounced|die|dies|died|dying|flag|flags|flagged|mark|marks|marked|tag|tags|tagged|run|runs|ran|running|refuse|refuses|refused|trip|trips|tripped|choke|chokes|choked|retry|retries|retried|give up|gives up)\s(?:back\s|them all\s|it\s|them\s|(?:every|each) one\s|all of them\s)?(?:at once\s|immediately\s|straight away\s)?(?:with|as|in|into|on|by|of|over)\s(?:an?\s|the\s)?["'`]?#?$/iu;
/** `(e.g. 131008, a parameter is missing)` */
const SUCH_AS =
  /[(（](?:ex|e\.\s?g|p\.\s?ej|p\.\s?ex|z\.\s?B|por ejemplo|por exemplo|par exemple|zum Beispiel|for example|such as|misalnya|mesela|örn|например|напр)\.?[:,]?\s["'`]?$/iu;
const AFTER = cue(SHOWN_AFTER, { before: /^["'`»“”」)）]{0,2}\s?$/ });

/** What may follow where it was met with; not what is counted. */
const NEXT =
  /^["'`*»“”」]{0,2}(?:\s?(?:[—–→)]|->|=>)|\s(?:for|für|juga|con|com|when|whenever|if|unless|during|on|after|before|the|this|yesterday|today|again|still|now|at first|at once|every|from|with|instead|back|is|means|comes|arrives|happens|appears|since|errors?|quando|cuando|wenn|quand|saat|para|pra|al|beim|bei|à|desde|seit|depuis|mean|y|e|and|o|or|und|et|que|that|which|semua|o tempo|todo)(?![\p{L}\p{N}])|\sو\p{L}|\s\(|\s?\||\s?\n|\s\p{Extended_Pictographic}|\s[:;!?]\s|[.,;!?:。、،؛।]?$|[.,;!?:。、،؛।]\s|[，：；？（])/iu;
/** Little words and verbs, which no count has behind it, in further languages. */
const GOES_ON = cue(GOING_ON, { before: /^["'`»“”」]{0,2}\s?$/ });

/** `we see 130472 for roughly 1% of our sends`: met with, not counted. */
export const rule: Rule = {
  id: 'met',
  family: 'place',
  weight: 1.2,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, right }) {
    if (!isRareOrSubcode(form)) return null;
    return AFTER.in(right)?.word ?? metWith(lineLeft, right);
  },
};

/** Words that something is met with, right before it, where no noun follows. */
export function metWith(lineLeft: string, right: string): string | null {
  if (!goesOn(right)) return null;
  return BEFORE.in(lineLeft)?.word ?? (ENDS_IN.exec(lineLeft) ?? SUCH_AS.exec(lineLeft))?.[0].trim() ?? null;
}

/** The sentence goes on as behind a name: nothing is counted. */
export function goesOn(right: string): boolean {
  return NEXT.test(right) || GOES_ON.in(right) !== null;
}

export const examples: Examples = {
  yes: [
    'we see ‹130472› for some sends',
    'Número novo e já com **‹131048›**? Espere',
    'a spike of ‹131026› since yesterday',
    'a carousel no longer dies of ‹131053› (again)',
    'the API returns ‹131047›',
    'we keep getting ‹131026› when we send',
    'our campaign shows ‹131049› for 470 contacts',
    'todo volta com erro, ou só volta ‹131047› quando passa o dia',
    'what does ‹131048› mean?',
    'при ‹131047› — шлём шаблон',
    'on ‹131047› → send the template',
    'marca el aviso ante el `‹131042›` y deja el hilo',
    'Se o lote foi bem (sem ‹130429›), sobe',
    'Di kolom alasan tertulis "‹131026›" semua.',
    '47\'si "‹131048›" ile düşmüş',
    'हर मैसेज के आगे ‹131049› लिखा आ रहा है',
    'they came back as ‹131026›.',
    'الرسائل ترجع برقم ‹131049› والرصيد كامل',
    'look for ‹131047› or similar',
    'o resto (ex.: ‹131031›, parâmetro faltando) é bug nosso',
    'the connect was refused with ‹131005› at first, as it was too old',
    'From v24 on they come back at once with ‹131031›.',
    'وبعدها يرجع ‹63015›، مع إنه اشترك أمس',
    'ساتھ (‹131053›) لکھا ہوتا ہے',
  ],
  no: ['we see 131047 people', 'target 131047', 'we got 470', 'it shows 131047 in all', 'see page 131047'],
};
