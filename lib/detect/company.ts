import { vouchInArms } from './arms.ts';
import type { Candidate } from './candidates.ts';
import { vouchInClauses } from './clauses.ts';
import { vouchInColumns } from './columns.ts';
import { areTheirOwn, constantsOf } from './constants.ts';
import { vouchInEndings } from './endings.ts';
import { vouchInEntries } from './entries.ts';
import { isRareOrSubcode } from './form.ts';
import { vouchInGlosses } from './glosses.ts';
import { vouchInHistograms } from './histograms.ts';
import type { Judged, Vouching } from './judged.ts';
import { vouchInKeyedLists } from './keyed-lists.ts';
import { hasCompany, isThing, isTied } from './kin.ts';
import { vouchByLead } from './leading.ts';
import { vouchInLedLists } from './led-lists.ts';
import { listsOf, vouchInLists } from './lists.ts';
import { mappedOf } from './mapped.ts';
import { mistitledOf } from './mistitled.ts';
import { vouchInNames } from './names.ts';
import { pairsOf, twiliosOf } from './pairs.ts';
import { vouchByQuestion } from './questions.ts';
import { vouchForRepeats } from './repeated.ts';
import type { Scene } from './scene.ts';
import { vouchForNamesakes, vouchForSiblings } from './siblings.ts';
import { acquaintancesOf, namedElsewhere, strangersOf, thingsOf } from './strangers.ts';
import { isSubcodeOf, vouchForSubcodes } from './subcodes.ts';
import { vouchForSuccessors } from './successors.ts';
import { vouchInTables } from './tables.ts';
import { vouchForTwins } from './twins.ts';
import type { Verdict } from './verdict.ts';

/** In a longer text, such as a log, small numbers alone do not vouch for each other. */
const MAX_KIN = 4000;

/** False where too few are there to vouch for each other; one that is accepted may vouch for any. */
export function mayVouch(candidates: readonly Candidate[], text: string): boolean {
  let numbers = 0;
  let small = text.length > MAX_KIN ? Number.NEGATIVE_INFINITY : 0;
  let symbols = 0;
  for (const { kind, form } of candidates) {
    if (isRareOrSubcode(form)) numbers++;
    else if (kind === 'symbol') symbols++;
    else if (
      form === 'three-digits' ||
      form === 'four-digits' ||
      form === 'five-digits' ||
      form === 'http-status'
    )
      small++;
  }
  if (numbers >= 2 || symbols >= (text.length > MAX_KIN ? 3 : 2) || numbers + small >= 3) return true;
  return small === 2 && candidates.some((one, at) => isSubcodeOf(one, candidates[at - 1], text));
}

/**
 * Codes keep company: a member of a list that holds an accepted code, the same number again, the first number of a line
 * beside a line that begins with a code. Adds that evidence; `accepted` tells which candidates need no help, and `weigh` what comes of it.
 */
export function addCompany(
  judged: Judged[],
  accepted: (one: Judged) => boolean,
  weigh: (scene: Scene, verdict: Verdict) => Verdict,
): void {
  const helped: Judged[] = [];
  const add = (one: Judged, rule: string, weight: number, text: string) => {
    const { scene, verdict } = one;
    // Whatever stands beside it.
    if (isThing(one)) return;
    if (hasCompany(one, weight)) return;
    one.verdict = weigh(scene, verdict.with(rule, weight, text));
    // Only now what speaks against it has been looked for.
    if (isThing(one)) without(one, rule);
    else helped.push(one);
  };
  const without = (one: Judged, rule: string) => {
    one.verdict = weigh(one.scene, one.verdict.without(rule));
  };
  const turnDown = (one: Judged) => {
    one.verdict = weigh(one.scene, one.verdict.with('strangers', -9, one.scene.code, 'against'));
  };
  thingsOf(judged, accepted).forEach(turnDown);
  namedElsewhere(judged, accepted).forEach(turnDown);
  const open = judged.filter((one) => !accepted(one));
  const vouching: Vouching = {
    judged,
    open,
    accepted,
    add,
    drop: without,
    tie(sure, one) {
      if (isTied(sure, one)) without(one, 'unplaced');
    },
  };
  const lists = listsOf(judged);
  vouchInLists(lists, vouching);
  vouchInLedLists(lists, vouching);
  vouchInColumns(vouching);
  vouchInKeyedLists(vouching);
  vouchInArms(vouching);
  vouchInEndings(vouching);
  vouchInNames(vouching);
  vouchInClauses(vouching);
  for (const one of mappedOf(judged, accepted)) {
    add(one, 'mapped', 7.6, one.scene.code);
    without(one, 'unplaced');
  }
  for (const list of constantsOf(judged, accepted)) {
    const own = areTheirOwn(list);
    for (const one of list) {
      if (accepted(one)) continue;
      add(one, 'column', own ? 6.4 : 4.4, list[0]?.scene.code ?? '');
      if (own) without(one, 'out-of-context');
    }
  }
  vouchByQuestion(vouching);
  vouchForSubcodes(vouching);
  vouchForTwins(vouching);
  vouchForSiblings(vouching);
  vouchForNamesakes(vouching);
  vouchForSuccessors(vouching);
  for (const one of twiliosOf(vouching)) without(one, 'unplaced');
  for (const one of pairsOf(vouching)) add(one, 'together', 1.6, one.scene.code);
  vouchForRepeats(vouching);
  vouchInTables(vouching);
  vouchInHistograms(vouching);
  vouchInEntries(vouching);
  for (const one of acquaintancesOf(judged)) if (!accepted(one)) add(one, 'together', 3.2, one.scene.code);
  vouchInGlosses(vouching);
  vouchByLead(vouching);
  // Who was helped may help.
  if (helped.some(accepted)) {
    vouchInLists(lists, vouching);
    vouchInEndings(vouching);
  }
  strangersOf(judged, accepted).forEach(turnDown);
  // Only now what speaks against them has been looked for.
  namedElsewhere(judged, accepted).forEach(turnDown);
  mistitledOf(judged, accepted).forEach(turnDown);
}
