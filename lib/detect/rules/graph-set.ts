import type { Examples, Rule } from '../rule.ts';

/** `code in (190, 0)`, `in_array($code, [190, 10]`, `TOKEN_ERRORS = {190, 102}`: asked for, or kept, under a name. */
const NAMED =
  /(?:(?<![\w.$])(?:\w{1,12}\.){0,2}code["'\])]{0,2}\s(?:not\s)?in\s|in_array\(\s?(?:\(int\)\s?)?\$(?:\w{0,12}->)?(?:err\w{0,6})?code,\s|(?:err(?:or)?s?|codes|wa|meta|graph)(?:_\w{1,12})?["']?(?:\s?:\s?[\w<>[\], ]{1,24})?\s?(?::|=>?)\s?(?:new\s)?(?:frozen)?(?:set\s?)?\(?)[([{]\s?["'`]?$/i;

/** The rest of the set, behind its first. */
const REST = /^(?:["'`]?,\s?["'`]?\d{1,6}){1,8}["'`]?,?\s?[)\]}]/;

/** `[190, 102].includes(error.code)` */
const OPENED = /(?:^|[\s(!|&])\[\s?["'`]?$/;
const INCLUDED = /^\s?\.\s?(?:includes|indexOf|contains|has|include\?)\(\s?[\w.?$()]{0,24}code\b/i;

/** `close_code`, `exit.code`: the code of something else. */
const OTHERS =
  /(?:status|exit|close|return|country|state|area|zip|post|lang\w{0,5}|win|signal|ws|socket)[._]?\$?(?:codes?|errors?)\b/i;

/** What Graph gives for a call and hardly anything else does. */
const TELLING = new Set(['102', '190', '368', '613']);

/** The first of a set of codes of Graph, under a name for codes, where WhatsApp is spoken of; the others stand in a list with it. */
export const rule: Rule = {
  id: 'graph-set',
  family: 'place',
  weight: 5.4,
  needs: ['number', 'left', 'marked'],
  find({ kind, code, lineLeft, lineRight, reading, start }) {
    if (kind !== 'number' || !TELLING.has(code)) return null;
    const rest = REST.exec(lineRight)?.[0];
    if (rest === undefined || OTHERS.test(`${lineLeft.slice(-60)} ${lineRight.slice(0, 60)}`)) return null;
    const named =
      NAMED.exec(lineLeft)?.[0] ??
      (OPENED.test(lineLeft) ? INCLUDED.exec(lineRight.slice(rest.length))?.[0] : undefined);
    return named === undefined || reading.topicNear('whatsapp', start) === null ? null : named;
  },
};

export const examples: Examples = {
  yes: [
    '# WhatsApp\nif code in (‹190›, 0):',
    '// WhatsApp\nif (in_array($code, [‹190›, 102], true)) {',
    '# WhatsApp Cloud API\nTOKEN_ERRORS = {‹190›, 102}',
    '# WhatsApp\n_WA_TOKEN = {‹190›, 0}',
    "// Meta's WhatsApp\nif ([‹190›, 102].includes(error.code)) return 'reauth';",
  ],
  no: [
    'if code in (190, 0):',
    '# WhatsApp\nif exit_code in (190, 100):',
    '# WhatsApp\nif code in (4, 190):',
    '# WhatsApp\nif code in (100, 200):',
    '# WhatsApp\nsizes = {190, 100}',
    '// WhatsApp\nif ([190, 102].includes(rows)) return;',
  ],
};
