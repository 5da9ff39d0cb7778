import type { Examples, Rule } from '../rule.ts';

/** A name for several codes, then the list that it names. */
const NAME =
  /(?:codes?|errors?|errores|erros|fehler|codigos|códigos|codici|kodlar\w{0,3}|hatalar\w{0,3})\w{0,12}(?:(?:\s?:\s?[\w<>[\], ]{1,40})?\s?(?::=|=>?|:)|["'`]?\s(?:in|en|em|dans|dalam)\s["'`]?)\s?(?:new\s)?(?:\w{0,12}(?:set|list|of|array)\w{0,8}[.(<])?[\w<>.[\]]{0,20}[([{]{1,3}\s{0,8}["'`]?(?:\d{1,7}["'`]?,\s{1,8}["'`]?){0,8}$/i;

/** `[131026, 131028].includes(code)`: a list without a name, and what is looked for in it. */
const ASKED =
  /^["'`]?(?:,\s?["'`]?\d{1,7}["'`]?){0,12},?\s?\]\s?\.\s?(?:includes?\??|indexOf|contains|has)\b/;

/** `131026 in OPT_OUT_CODES` */
const MEMBER = /^["'`]?\s(?:not\s)?in\s\w{0,24}(?:code|c[oó]digo|error|erro|fehler|codici)\w{0,24}/i;

/** `OPT_OUT_CODES = {131050}`, `const DEAD_ERRORS = new Set([131026, …`: a list with a name that says what is in it. */
export const rule: Rule = {
  id: 'code-set',
  family: 'place',
  weight: 3.8,
  needs: ['number', 'long', 'left'],
  find({ kind, code, left, right }) {
    if (kind !== 'number' || code.length < 5) return null;
    const member = MEMBER.exec(right)?.[0].trim();
    if (member !== undefined || !/^["'`]?\s{0,2}[,)\]}\n/#]/.test(right)) return member ?? null;
    const named = NAME.exec(left)?.[0].trim();
    if (named !== undefined || code.endsWith('000') || !/[[,]\s?["'`]?$/.test(left)) return named ?? null;
    return ASKED.test(right) ? 'includes' : null;
  },
};

export const examples: Examples = {
  yes: [
    '_OPT_OUT_CODES = {‹131050›}',
    'const DEAD_CODES = new Set([‹131026›, 5])',
    'const retryableCodes = new Set([100, ‹131005›]);',
    'RETRYABLE_CODES: frozenset[int] = frozenset({‹130429›, 4})',
    "permanentErrors = ['‹131026›']",
    'var RetryableErrorCodes = []int{‹131053›}',
    'x = ‹131026› in CODIGOS_DE_SAIDA',
    'if ([‹131026›, 131028].includes(numeric)) return',
    'looked for `error_code` en `{‹63015›, 63016, 63031}`',
  ],
  no: [
    'ZIP_LIST = {131050}',
    '131050 in ZIP_LIST',
    'codes(131050)',
    'errors = 131050',
    '[131000, 200000].includes(total)',
  ],
};
