import { countedBefore } from '../counted-before.ts';
import { countsErrors, isTile } from '../counted-errors.ts';
import { isNotArrived, stateOfOne } from '../one-message.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { isInSeries } from '../series.ts';
import { isBehindLabel } from '../windows.ts';
import { COUNTED, COUNTS } from '../words/other.ts';
import { cue, words } from '../words/pattern.ts';
import { rule as failedCue } from './failed-cue.ts';
import { rule as failedFormula } from './failed-formula.ts';
import { rule as failedRow } from './failed-row.ts';
import { isOfErrors } from './header.ts';
import { rule as namesake } from './namesake.ts';
import { rule as prefixed } from './prefixed.ts';
import { rule as vendorSays } from './vendor-says.ts';

/** `Re-engagement messages: 470` */
const THINGS = cue(COUNTED, { before: /\p{L}\s$/u, after: /^\s?[:：]\s{0,2}$/ });
/** `Failed today: 131047` */
const DAYS = cue(
  words(
    "today, yesterday, this week, this month, so far, hoje, ontem, hoy, ayer, aujourd'hui, aujourd’hui, hier, heute, gestern, oggi, ieri, vandaag, сегодня, вчера, bugün, dün, hari ini, kemarin, hôm nay, आज, আজ, آج, اليوم, היום, 今天, 今日, 本日, 오늘, วันนี้",
  ),
  { after: /^\s?[:：]\s{0,2}$/ },
);
/** `Restante: 1026 / 132000` */
const FRACTION = cue(COUNTS, { after: /^[\s:：=]{0,4}\d[\d.,]{0,9}\p{L}?\s?[/／]\s?$/u });
/** The value ends there, and others follow or nothing. */
const ENDS = /^\s{0,2}(?:$|[·•|,;])/;
const NUMBERED_COUNTS = cue(COUNTS, { after: /^[\s:：=]{0,3}\d/ });
/** `'failed' 131026`: the name of a state. */
const STATE = /["'`](?:failed|undelivered|rejected|error)["'`]\s{1,2}$/i;

/** `Errors: 3`: how many there were. */
const ERRORS =
  /(?:errors|errores|erros|erreurs|errori|fouten|ошибок|hatalar|failures|fallos|falhas)\s{0,2}[:=]\s{0,3}$/i;

/** `Number of errors: 131047`, `Error rate`: whatever the number. */
export const RATE =
  /(?<!\p{L})(?:(?:number|count|share|rate|total|all|total de|número de|top de|jumlah) (?:of )?(?:failed |rejected )?(?:errors?|erros|errores|erreurs|kesalahan|kegagalan)|(?:top|last|first|latest) (?:failed |rejected )?(?:errors|erros|errores|erreurs)|(?:error|failure|bounce) (?:rate|count|total|budget|quota|log|event|report|alert|ticket|message(?=s))s?|(?:errors?|failures|erros|errores|falhas|fallos) (?:today|yesterday|so far|hoje|hoy|this (?:hour|week|month)|last (?:hour|week|month)))\s{0,2}[:=–#(-]?\s{0,3}[#(]?$/iu;
/** `Errors 131047 times`. */
const TIMES =
  /^,\s(?:misses|hits)(?=\s\d)|^\s?(?:times|veces|vezes|fois|kali|раза?|kez|बार|次|回)(?![\p{L}\p{M}])/u;
/** `131047 errors in the last 24 hours` as the head of a tile. */
export const PERIOD =
  /^\s(?:errors|errores|erros|erreurs|fehler|errori|failures|falhas|fallos)\s(?:in (?:the )?(?:last|past)|today|this (?:week|month)|hoje|hoy|aujourd|heute|oggi|nas últimas|en las últimas)/iu;

/** `Top errors: 131049 (150)`: it has a count of its own. */
export const OWN_COUNT =
  /^["'`*]{0,2}\s?(?:[(（]\s?\d{1,6}\s?[×x%)）]|[×·•–]\s?\d{1,6}(?!\d|[.,:]\d)\s?(?:[,;·•|)]|$))/;

/** `Top: 131049 Healthy ecosystem (12)` */
const TITLE_COUNT = /^["'`*]{0,2}:?\s\p{Lu}[^\d\n()|]{3,50}\s[(（]\s?\d{1,6}[)）]/u;

/** `12 of 131047`. */
const WHOLE =
  /\d\s(?:(?:out\s)?of|de|von|di|su|sur|van(?:\sde)?|из|dari|trên|จาก|में से|میں سے|من أصل|من|מתוך)\s$|\d\s[^\d\s]{2,14}\s(?:out of|من أصل|מתוך|sur un total de|de un total de|de um total de|dari total|из общего числа)\s$/i;

/** `131047, 131026 of 131049`: Dutch for "or". */
const LISTED = /\d{5,6}, (\d{5,6}) of $/;

/** `    470 131049`, as `uniq -c` counts lines. */
const COUNTED_LINES = /^\s\d{5,7}\s*$/;
/** `Messages sent,130000,131047`: a row of figures. */
const ROW = cue(
  COUNTS.filter((word) => !/^(?:failed|value|first|last|every|port|page|level|after|line)$/.test(word)),
  { before: /^[^,;\t]*\p{L}\s$/u, after: /^[,;\t](?:[\d.<>%]{1,12}[,;\t]){0,4}$/ },
);
/** `messages_total{state="failed"} 131047` */
const METRIC = /^[a-z][a-z\d_:]*\{[^{}\n]{1,80}\}\s$/;
/** `  131026 exports/contacts.csv`, as `wc` and `du` count what is in files. */
const OF_FILE =
  /^\s{1,3}(?:[\w.-]{1,40}\/){0,8}[\w-]{1,60}\.(?:csv|tsv|txt|log|jsonl?|sql|xml|html?|md|py|[jt]sx?|gz|zip)\s*$/i;
/** `131026 ×104` */
const OFTEN = /(?:^|\D)\d{5,6}["'`*]{0,2}\s?[×x]\s?$/;
/** A word before it makes it a count: `up to 1000`, `Sent 131047`. */
export const rule: Rule = {
  id: 'tally',
  family: 'against',
  weight: -3,
  needs: ['beside'],
  find(scene) {
    const { lineLeft, lineRight, code, kind } = scene;
    if (kind === 'symbol' || STATE.test(lineLeft) || failedCue.find(scene) || failedRow.find(scene))
      return null;
    if (isOfErrors(scene) || vendorSays.find(scene) !== null || failedFormula.find(scene) !== null)
      return null;
    // What stands behind it tells what it means.
    if (
      isNotArrived(scene) ||
      stateOfOne(scene) ||
      (isBehindLabel(scene.start, scene.reading) && prefixed.find(scene) !== null)
    )
      return null;
    // `UNDELIVERABLE_NOT_DELIVERED = 9`
    if (scene.key !== null && namesake.find(scene) === scene.key) return null;
    if (
      code.length >= 5 &&
      (OWN_COUNT.test(lineRight) || TITLE_COUNT.test(lineRight)) &&
      /\p{L}/u.test(lineLeft)
    )
      return null;
    return (
      RATE.exec(lineLeft)?.[0].trim() ??
      TIMES.exec(lineRight)?.[0].trim() ??
      (/[\p{L}\p{N}]/u.test(lineLeft) ? null : (PERIOD.exec(lineRight)?.[0].trim() ?? null)) ??
      (LISTED.test(lineLeft) ? null : (WHOLE.exec(lineLeft)?.[0].slice(1).trim() ?? null)) ??
      FRACTION.in(lineLeft)?.word ??
      ROW.in(lineLeft)?.word ??
      countedBefore(scene) ??
      DAYS.in(lineLeft)?.word ??
      (code.length < 5 || ENDS.test(lineRight) ? (THINGS.in(lineLeft)?.word ?? null) : null) ??
      (code.length < 5 && endsReport(lineLeft, lineRight) ? 'report' : null) ??
      ((code.length < 5 && isHowOften(scene)) || METRIC.test(lineLeft) || isOfFile(scene)
        ? 'report'
        : null) ??
      (countsErrors(scene) || isTile(scene) || isInSeries(scene) ? 'counted' : null) ??
      (code.length < 5 ? (ERRORS.exec(lineLeft)?.[0] ?? null) : null)
    );
  },
};

/** How often the code of its line came. */
const isHowOften = ({ lineLeft, lineRight }: Scene) =>
  lineLeft.trim() === '' ? COUNTED_LINES.test(lineRight) : OFTEN.test(lineLeft);

const isOfFile = ({ lineLeft, lineRight }: Scene) => lineLeft.trim() === '' && OF_FILE.test(lineRight);

/** `Enviadas 1000, entregues 810, com erro 190`: the last of several counts. */
function endsReport(lineLeft: string, lineRight: string): boolean {
  if (!/^\s{0,2}(?:$|[·•|,;.。()])/.test(lineRight)) return false;
  return holdsCounts(lineLeft);
}

/** Several counts with their words: `Sent 131,047 · Delivered 130,472`. */
export const holdsCounts = (text: string): boolean => NUMBERED_COUNTS.all(text).length >= 2;

export const examples: Examples = {
  yes: [
    'up to ‹131047›',
    'message 131047 of ‹132000› sent via WhatsApp',
    'Sent ‹131026›',
    'Total: ‹131047›',
    'Enviados por SMS (‹131047›)',
    'Number of errors: ‹131047›',
    'Template error ‹131047› times',
    'Total kesalahan: ‹131047›',
    'cache: hits ‹131026›, misses 2001',
    '‹131047› errors today',
    'Errors this week ‹131047›',
    'Error logs (‹131047›)',
    '‹131047› errors · 2 warnings',
    'Errors: ‹131047›',
    'Failed messages (‹131047›)',
    'Restante: 1026 / ‹132000›',
    'Enviadas 1000, entregues 810, com erro ‹190›',
    'Re-engagement messages: ‹470›',
    'Template sends: ‹131047› · errors 4',
    'Failed messages today: ‹131026›',
    '‹131026› failed',
    '    ‹470› 131049\n',
    '  ‹131026› exports/2026-02/contacts.csv',
    'jobs_total{queue="wa_status"} ‹131026›',
    'WhatsApp messages sent,‹130000›,‹131047›',
    'Top: 131026 ×‹470› 131049 ×9',
    'Gespräche ‹131047› · Kontakte 1026 · offen: 190',
  ],
  no: [
    'Top errors: 131049 (150), 131026 (40)',
    'Falhas 131049 (limite por pessoa)',
    'Top: 131049 Healthy ecosystem (12)',
    'Last error: 131047',
    'the Hub lists all of them under 131042',
    'Failed\t1002 - Number does not exist',
    'Alasan gagal: 131026',
    "'failed' 131026 in a sent message",
    'back off on rate limit 130429, then go on',
    'giving up on it, falls back to SMS (131026)',
    'flagged after 131026, next check in May',
    'giving up on +34 600 after 131026 x3',
    'Not delivered (131026)',
    'Not delivered: 131026',
    'Failed - 131049',
    'Nicht zugestellt (131026)',
    'error 131047',
    'stops all of it on account error 131031',
    'Vonage replied 1340, outside the window',
    'Status\tError\nfailed\t131047\ndelivered\t',
    'Código 131047 · Tentativas 2 · Pendentes 3',
    '131047 in total',
    'failed with 131047',
    'fout 131026, 131030 of 131047 komt terug',
  ],
};
