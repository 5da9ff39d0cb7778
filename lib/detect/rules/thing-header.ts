import { isLongForm } from '../form.ts';
import { speaksForItself } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { FIGURES, NUMBERED, OTHER_CODE } from '../words/other.ts';
import { cue, wordless, words } from '../words/pattern.ts';

/** Codes stand below these as well. */
const EITHER = new Set(
  words(`
    id, recipient, template, line, figure, value, case, task, issue, section, sec, contact, sync, flow, user, message, export, build,
    customer, cliente, http status, http, status http, http status code, reference, ref, job, campaign, failed, número, numero, thread, conversation
  `),
);
const THING = cue(
  [
    ...FIGURES,
    ...NUMBERED,
    ...OTHER_CODE,
    ...words(
      'order number, client, n, cnt, tries, attempts, retries, messages, credits, open, high, low, close, ltp, bid, ask, strike, occurrences, events, hits, deneme, tentativas, intentos, mensagens, mensajes, nachrichten, s.no, sıra',
    ),
  ].filter((word) => !EITHER.has(word)),
  {
    before: /^[^\p{L}\p{N}]{0,4}(?:(?:no|nr|number|رقم|número|numero|nº|nomor|код|کوڈ)\.?\s(?:ال)?)?$/iu,
    after:
      /^(?:[\s_-](?:no|nr|n[°º]|id|ids|num|number|número|numero|nummer|नंबर|नं|নম্বর|номер|番号)\.?)?[^\p{L}\p{N}]{0,4}$/iu,
  },
);
/** `رقم الطلب`, `ऑर्डर नंबर`, `Order ID`: the number of anything. */
const NUMBER_OF =
  /^[^\p{L}\p{N}]{0,4}(?:\p{L}[\p{L}\p{M}]{1,20}[\s_-](?:id|ids|no|nr|number|offset|count|lag|नंबर|नं|নম্বর|نمبر)|(?:no|nr|nº|n°|nomor|رقم)\.?\s\p{L}[\p{L}\p{M}]{1,20})[^\p{L}\p{N}]{0,4}$/iu;
const ID = /^[^\p{L}\p{N}]{0,4}ids?[^\p{L}\p{N}]{0,4}$/iu;
const ANY = /^[^\p{L}]{0,4}(?:its|the|this|their|your|our|any|real|own)\s/iu;
const OF_ERROR =
  /err|c[oó]d[ei]|kod|reason|motivo|grund|fehl|fail|status|hata|fout|galat|kesalah|lỗi|错误|錯誤|エラー|오류|שגיא|خطأ|رمز|त्रुटि|कोड|ত্রুটি|কোড|код|ошиб/i;
/** A line of its own with a label, not a row of the table above it. */
const LABELLED = /^[^|\t;,]{1,40}:\s/;

const CODES = cue([...ERROR_CODE, ...ERROR, ...CODE], { before: wordless(12), after: wordless(6) });
const isOfCodes = (head: string) => head.length <= 24 && CODES.in(head) !== null;
/** What Infobip's own codes, which are ids, have beside them. */
const OF_CATALOGUE = /name|err|permanent|descri|reason|meaning|group|title|significa|bedeut/i;
/** Of another list, or what stands beside a code: `On-premises`, `Subcode`, `Old`. */
const MAY_BE_CODES =
  /sub|meta|graph|cloud|prem|api|whats|waba|twilio|gupshup|infobip|dialog|vonage|sinch|telnyx|bird|kaleyra|plivo|exotel|cequens|clickatell|unifonic|provider|vendor|http|equiv|legacy|old|new|was|now|related|see|same|also|alias|map|instead|title|meaning|message$|descr|what|why|action|solution|todo|example|voyez|voit|vedi|veja|\bv[êe]s?\b|aparece|affich|sieh|anzeig|shown|muestra|note|comment|detail|titel|título|mensagem|mensaje|significa|bedeut|ação|acción|^\W*$/i;
const isAlone = ({ lineLeft, lineRight }: Scene) =>
  /(?:^|[|\t;,]|\s\s)\s?[+−-]?$/.test(lineLeft) && /^\s?(?:$|[|\t;,]|\s\s)/.test(lineRight);

/** The column is headed `Ticket`, `Order no`, `Postal code`, `Delivered`: what stands below by itself is one of these, and codes beside it change nothing. */
export const rule: Rule = {
  id: 'thing-header',
  family: 'against',
  weight: -8,
  needs: ['number', 'heading'],
  find(scene) {
    const { header, lineLeft, form, cell } = scene;
    // A cell of another row: `delivered` in code marks.
    if (
      !header ||
      header.length > 40 ||
      header.includes('`') ||
      LABELLED.test(lineLeft) ||
      speaksForItself(scene)
    )
      return null;
    if (THING.in(header)) return header;
    if (ID.test(header))
      return isLongForm(form) || (cell && !cell.others.some((head) => OF_CATALOGUE.test(head)))
        ? header
        : null;
    if (OF_ERROR.test(header)) return null;
    if (cell?.others.some(isOfCodes) && isAlone(scene) && !MAY_BE_CODES.test(header)) return header;
    return NUMBER_OF.test(header) && !ANY.test(header) ? header : null;
  },
};

export const examples: Examples = {
  yes: [
    'Ticket ; Client ; Erreur\n‹131049› ; 1005 ; 131047',
    '| Order no | Error |\n|---|---|\n| ‹131026› | 131047 |',
    '| ऑर्डर नंबर | त्रुटि कोड |\n|---|---|\n| ‹131047› | 131026 |',
    '| رقم الطلب | رمز الخطأ |\n|---|---|\n| ‹131026› | 131047 |',
    'Error   What it says   Messages   Last\n63016   Too late       ‹63018›      May',
    '| Error code | Title | Reach |\n|---|---|---|\n| 131049 | held back | ‹131026› |',
    'Name\tDelivered\tError\nspring\t‹131047›\t131026',
  ],
  no: [
    '| Error no | What |\n|---|---|\n| 131047 | late |',
    '| Error code | On-premises |\n|---|---|\n| 131047 | 470 |',
    '| Ce que vous voyez | Cause |\n|---|---|\n| 131042 | Moyen de paiement absent |',
    '| Code | What |\n|---|---|\n| 131047 | late |',
    'status: sent | delivered\nerror_code: null | 63016',
    '| Its number | Then |\n|---|---|\n| 131047 | late |',
    '| Failed | When |\n|---|---|\n| 131047 | May |',
  ],
};
