import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, words } from '../words/pattern.ts';
import { goesOn } from './met.ts';

/** `came back with`, `fails as` */
const ENDS_IN =
  /(?:^|[^\p{L}])(?:fail(?:s|ed|ing)?|(?:come|comes|came|coming)\sback|bounced?|rejected|refused|die[sd]?)\s(?:with|as|by)\s["'`]?$/iu;
const BEFORE = cue(
  words(`
    fall* con, rechaz* con, rebot* con, vuelven con, falh* com, rejeit* com, recus* com, voltam com, échou* avec, rejet* avec, refus* avec, reviennent avec, fallisc* con, rifiut* con,
    respint* con, tornano con, scheiter* mit, abgelehnt mit, geweigerd met, mislukken met, отклон* с, gagal dengan, ditolak dengan
  `),
  { after: /^\s["'`«„“”「]{0,2}$/ },
);

/** `all came back with 1005 and …` on the console whose number it is, where nothing is counted. */
export const rule: Rule = {
  id: 'failed-here',
  family: 'place',
  weight: 3.4,
  needs: ['number', 'console', 'left'],
  find({ form, lineLeft, right, meanings, reading }) {
    if (form !== 'four-digits' || !goesOn(right)) return null;
    const own = reading.console?.provider ?? reading.context.provider;
    if (own === 'meta' || !areOf(meanings, own)) return null;
    return ENDS_IN.exec(lineLeft)?.[0].trim() ?? BEFORE.in(lineLeft)?.word ?? null;
  },
};

export const examples: Examples = {
  host: 'www.gupshup.io',
  yes: [
    'all of them came back with ‹1002› and a handful with another',
    'los envíos rebotan con ‹1002›.',
    'pesannya gagal dengan ‹1002›, padahal nomornya aktif',
  ],
  no: [
    'they came back with 1002 answers',
    'we left with 1002.',
    'it failed with 470.',
    'rebotan con 1002 clientes',
  ],
};
