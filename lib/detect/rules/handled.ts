import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { goesOn } from './met.ts';

/** A word that makes one thing of what follows. */
const ONE =
  /(?:^|[\s(/])(?:the|a|an|this|that|our|every|each|any|new|another|separate|first|on|for|after|of|with|add|cover|covers|handle|handles)\s["'`]?$/i;
/** A commit or a comment begins. */
const BEGINS =
  /^\s*(?:[-*•]\s)?(?:\w{2,8}(?:\([\w./-]{1,20}\))?!?:\s|(?:\/\/|\/?\*{1,2}|#|--)\s{1,4})["'`]?$/;
/** What programs do with a code; one of them. */
const DEALT =
  /^["'`]?\s(?:path|case|branch|handler|handling|fallback|issue|problem|response|situation|scenario|rejection|bounce|guard|retry|classification|mapping|detection|recovery|backoff|back-off)(?![\p{L}\p{N}-])(?!\s(?:no|nr|id|number)\b)/iu;
/** `treats 131026 as permanent` */
const TREATS =
  /(?:^|[^\p{L}])(?:treat|classif|interpret|categor|map|trata|clasifica|classifica|trait|behandel|werte)\p{L}{0,6}\s["'`]?$/iu;
/** `retry 131016 with backoff` */
const RETRIES = /(?:^|[^\p{L}])(?:retry|retries|retrying|re-?send on)\s["'`]?$/iu;
/** `no longer retries on #132001`, where no noun follows */
const RETRIES_ON =
  /(?:^|[^\p{L}])(?:retry|retries|retried|retrying|reintentar|reintentos?|retentar|tentar de novo|réessayer|wiederhol\p{L}{0,4}|riprovare)\s(?:on|after|for|untuk|para|em|en|bei|pour|sur|per|su)\s["'`]?#?$/iu;
const LIMITED =
  /^["'`]?\s(?:with|after|up to|at most|only|once|twice|(?:two|three|four|five|ten|many) times|every|later|slower)(?!\p{L})/iu;
/** `handle 131049 gracefully` */
const HANDLES = /(?:^|[^\p{L}])(?:handle|handles|handling|surface|surfaces|surfacing)\s["'`]?$/iu;
const SOMEHOW = /^["'`]?(?:\s\p{Ll}{3,}ly(?!\p{L})|\s(?:in|at|from|by|when|with|too|better)\s|[.,;)]|\s?$)/u;
const AS = /^["'`]?\s(?:as|to|como|comme|als)\s/i;

/** `the 131047 path`, `fix: 130429 backoff`, `treat 131026 as permanent`: a program deals with a code so, and with few other numbers. */
export const rule: Rule = {
  id: 'handled',
  family: 'wording',
  weight: 3.1,
  needs: ['number', 'long', 'left', 'right'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form)) return null;
    if (AS.test(right) && TREATS.test(lineLeft)) return AS.exec(right)?.[0] ?? null;
    if (RETRIES.test(lineLeft) && LIMITED.test(right)) return 'retry';
    if (RETRIES_ON.test(lineLeft) && goesOn(right)) return 'retry on';
    const somehow = HANDLES.test(lineLeft) ? SOMEHOW.exec(right)?.[0] : undefined;
    if (somehow !== undefined) return somehow;
    const dealt = DEALT.exec(right)?.[0];
    return dealt !== undefined && (ONE.test(lineLeft) || BEGINS.test(lineLeft)) ? dealt : null;
  },
};

export const examples: Examples = {
  yes: [
    'the ‹131047› path falls back to a template',
    'a fix for the ‹131049› issue',
    'fix: ‹130429› backoff was too short',
    'the client no longer retries on #‹132001› (#412)',
    'jangan retry untuk ‹131047›, percuma',
    'retry ‹131047› with backoff, give up after 5',
    "don't retry ‹131026› five times",
    'fix: handle ‹131049› gracefully',
    'we treat ‹131026› as permanent',
    'feat: map ‹131049› to a friendly message',
  ],
  no: [
    'case 131047 is closed',
    '131047 responses came',
    'path 131047',
    'the 131047 rows',
    'handles 131047 people',
    'treats 131047 people as guests',
  ],
};
