import type { Examples, Rule } from '../rule.ts';
import { COUNTED } from '../words/other.ts';
import { cue } from '../words/pattern.ts';
import { isOfErrors } from './header.ts';

const AFTER = cue(COUNTED, {
  before: /^(?!\s*\n\s*\n)(?:[\s*"'_`-]{0,3}|[^\S\n]{0,8})(?:\(?(?!five\s)[a-z]+(?:ed|ive)\s)?$/i,
});
/** `1000/mês`, `100 per hour`. */
const SHARE =
  /^\s?(?:of|out of|de|von|di|su|sur|van|van de|из|dari|trên|จาก|में से|میں سے|এর মধ্যে|র মধ্যে|のうち|中の|من أصل|من|מתוך)\s?\d/i;
const RATE =
  /^\/\p{Ll}|^\s(?!(?:without|with|sin|sem|ohne|sans)\s)\p{L}{1,16}(?:\s\p{L}{1,16}){0,2}\s(?:per|por|par|pro|al|a la)\s(?:hour|day|minute|second|month|hora|dia|día|mes|mês|heure|jour|mois|stunde|tag|monat|ora|giorno|mese)(?!\p{L})/iu;

/** 通 counts messages, but for words that begin with it: 通知; รอบ rounds, but for the second one. */
const LETTERS = /^\s?通(?![知常信話话报報過过道用])|^\s?รอบ(?!ที่)/;

/** How often, behind a number that is no error's: `10번 중 10번`. */
const TIMES = /^\s?(?:번|회|次|回|ครั้ง|kali|kez|раза?|lần)(?!\p{L})/u;

/** `131053 numaralı siparişiniz`, `131047 नंबर का ऑर्डर` */
const BEHIND =
  /^\s(?:numaralı|nolu|no['’]lu)\s(?!hata|kod)\p{L}+|^\s(?:नंबर|नं\.?)\s(?:का|की|के|वाला)\s(?!त्रुटि|एरर|कोड)/iu;

const SUDDENLY = /^\sout\sof\s(?:nowhere|the\sblue)(?!\p{L})/iu;

/** Counted, measured or timed: `131047 messages`, `190 s`, `470 টি`. */
export const rule: Rule = {
  id: 'quantity',
  family: 'against',
  weight: -4,
  needs: ['right'],
  find(scene) {
    const { code, right, structural } = scene;
    if (structural || /^[A-Za-z]/.test(right) || SUDDENLY.test(right)) return null;
    if (code.length < 3 && TIMES.test(right)) return right.slice(0, 4);
    const counted =
      AFTER.in(right)?.word ??
      (RATE.test(right) || SHARE.test(right) || LETTERS.test(right) || BEHIND.test(right)
        ? right.slice(0, 8)
        : null);
    return counted !== null && isOfErrors(scene) ? null : counted;
  },
};

export const examples: Examples = {
  yes: [
    '‹131047› messages',
    'after ‹190› seconds',
    '‹470› mensagens',
    '‹131047› numaralı siparişiniz kargoya verildi',
    '残り‹131047›通／132000通',
    '‹131047› من أصل 132000',
    '(‹10›번 중 ‹10›번)',
    'limit hit (‹100› template creates per hour)',
  ],
  no: [
    '131047 error',
    '"code": 131047',
    '131047 messaged',
    '131047 for a day',
    '131047 out of nowhere',
    '131047通知',
    'ends in 500\n\nSecond phase',
    'Status\tError\nfailed\t131047\ndelivered\t',
  ],
};
