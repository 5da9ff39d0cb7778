import type { Meaning } from './code-index.ts';
import { isRareForm } from './form.ts';
import type { Judged } from './judged.ts';

/** One of the meanings is of the provider: never, where none is given. */
export const areOf = (meanings: readonly Meaning[], provider: string | undefined): boolean =>
  meanings.some((meaning) => meaning.provider === provider);

/**
 * Three catalogued numbers of six or seven digits in one list do not meet by chance, unless it is a list of numbers like them: the
 * districts of Hebei run from 130100 to 133100, and most of those are no codes.
 *
 * @param named Names stand before the numbers, so that they are no postcodes of Missouri.
 */
export function areKin(list: readonly Judged[], named = false): boolean {
  if (
    areConsecutive(list.map(({ scene }) => scene.code)) &&
    list.some(({ scene }) => scene.form === 'unknown-like')
  )
    return false;
  const known = new Set<string>();
  const unknown = new Set<string>();
  const rare = new Set<string>();
  for (const { scene } of list) {
    const { form, code } = scene;
    if (form === 'six-digits' || form === 'seven-digits' || (form === 'five-rare' && named)) known.add(code);
    else if (form === 'five-rare' && code.startsWith('8')) rare.add(code);
    else if (form === 'unknown-like') unknown.add(code);
  }
  // Nobody has 80007 and 80008 in a list of postcodes of six digits.
  if (known.size >= 2) for (const code of rare) known.add(code);
  return known.size >= 3 && known.size >= 4 * unknown.size;
}

const RUN = 5;

/** Several numbers and no gap between them: somebody numbers things. */
export function areConsecutive(codes: readonly string[], least = RUN): boolean {
  const values = [...new Set(codes.map(Number))].sort((a, b) => a - b);
  return values.length >= least && (values.at(-1) ?? 0) - (values[0] ?? 0) === values.length - 1;
}

/** A rare number says whose code it is, and with that whose its small neighbour is. */
export function isTied(sure: Judged, one: Judged): boolean {
  return sure.scene.code.length >= 5 && haveProvider(sure, one);
}

/** A number that others than the one beside it have, and that may be anything: `131001 || 20002`, `code === '105' || // MSG91`. */
export function isStray(sure: Judged, one: Judged): boolean {
  const { form, meanings } = one.scene;
  return meanings.length > 0 && !isRareForm(form) && !haveProvider(sure, one);
}

const THINGS = new Set([
  'thing-key',
  'thing-header',
  'tuple-id',
  'line-number',
  'label-above',
  'ticket-lead',
]);

/** Its name or the heading of its column says what it is the number of: an order, a campaign. */
export const isThing = ({ scene, verdict: { found } }: Judged) =>
  found.some(
    ({ evidence: { rule } }) => THINGS.has(rule) || (rule === 'numbered' && !/[#(]$/.test(scene.left)),
  );

/** More than its topic makes a code of it: a sign beside it or what is said, of that weight at least. */
export const isToldBeside = ({ verdict: { found } }: Judged, least: number): boolean =>
  found.some(
    ({ family, evidence }) => (family === 'place' || family === 'wording') && evidence.weight >= least,
  );

/** Others have made a code of it, by evidence of that weight at least. */
export const hasCompany = ({ verdict: { found } }: Judged, least: number): boolean =>
  found.some(({ family, evidence }) => family === 'company' && evidence.weight >= least);

/** One list of one provider has both. */
export function haveRegistry({ scene }: Judged, { scene: { meanings } }: Judged): boolean {
  return meanings.some(({ provider, api }) =>
    scene.meanings.some((other) => other.provider === provider && other.api === api),
  );
}

export function haveProvider({ scene }: Judged, { scene: { meanings } }: Judged): boolean {
  return meanings.some(({ provider }) => scene.meanings.some((other) => other.provider === provider));
}
