import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { areConsecutive, areOf } from './kin.ts';
import { WEAK_ODDS } from './score.ts';

/** Farther from each other, two numbers do not speak of the same. */
const REACH = 300;

/**
 * Two rare codes that are nearly hits by themselves: `closed window (131047) and bad number (131026)`. The catalogue knows one of a hundred
 * numbers like them, so that two in a few lines seldom meet by chance; but among others of their kind they may.
 */
export function pairsOf({ judged, open, accepted }: Vouching): Judged[] {
  const hopeful = open.filter((one) => isRare(one) && !accepted(one) && isHopeful(one));
  if (hopeful.length < 2 || judged.some(({ scene }) => scene.form === 'unknown-like')) return [];
  const codes = hopeful.map(({ scene }) => scene.code);
  // Ports, one for each service.
  if (areConsecutive(codes, 4) && !hopeful.some(hasName)) return [];
  return hopeful.filter((one) =>
    hopeful.some(
      ({ scene }) => scene.code !== one.scene.code && Math.abs(scene.start - one.scene.start) <= REACH,
    ),
  );
}

/** A provider that has the code is named. */
const hasName = ({ scene: { meanings, reading, start } }: Judged) =>
  meanings.some(({ provider }) => reading.isNamed(provider, start));

/** Amounts are round; codes seldom. */
function isRare({ scene: { form, code } }: Judged): boolean {
  return isRareForm(form) && !code.endsWith('000');
}

/** `Error 30032 or error 30007`: two of Twilio's, each behind a word for an error, where nobody is named. */
export function twiliosOf({ open, accepted }: Vouching): Judged[] {
  const said = open.filter(
    ({ scene, verdict: { found } }) =>
      scene.form === 'five-digits' &&
      /^(?:21|30)/.test(scene.code) &&
      areOf(scene.meanings, 'twilio') &&
      found.some(({ evidence }) => evidence.rule === 'error-cue'),
  );
  if (new Set(said.map(({ scene }) => scene.code)).size < 2) return [];
  return said.filter((one) => !accepted(one));
}

function isHopeful({ verdict: { sum, found } }: Judged): boolean {
  return sum >= WEAK_ODDS && found.every(({ family }) => family !== 'against');
}
