import type { Candidate } from './candidates.ts';
import { vouchInColumns } from './columns.ts';
import { constantsOf } from './constants.ts';
import { FACTS } from './facts.ts';
import type { Judged, Vouching } from './judged.ts';
import { isOthers, isTied } from './kin.ts';
import { vouchInLists } from './lists.ts';
import { mappedOf } from './mapped.ts';
import { vouchInNames } from './names.ts';
import { pairsOf } from './pairs.ts';
import type { Scene } from './scene.ts';

/** False where too few are there to vouch for each other; one that is accepted may vouch for any. */
export function mayVouch(candidates: readonly Candidate[]): boolean {
  let numbers = 0;
  let symbols = 0;
  for (const { kind, form } of candidates) {
    if (form === 'six-digits' || form === 'five-rare') numbers++;
    else if (kind === 'symbol') symbols++;
  }
  return numbers >= 2 || symbols >= 3;
}

/**
 * Codes keep company: a member of a list that holds an accepted code, the same number again, the first number of a line
 * beside a line that begins with a code. Adds that evidence; `accepted` tells which candidates need no help.
 */
export function addCompany(
  judged: Judged[],
  accepted: (one: Judged) => boolean,
  resum: (one: Judged) => void,
): void {
  const add = (one: Judged, rule: string, weight: number, text: string) => {
    if (one.found.some(({ family, evidence }) => family === 'company' && evidence.weight >= weight)) return;
    one.found = [...one.found, { family: 'company', evidence: { rule, weight, text } }];
    resum(one);
  };
  const without = (one: Judged, rule: string) => {
    one.found = one.found.filter(({ evidence }) => evidence.rule !== rule);
    resum(one);
  };
  const vouching: Vouching = {
    judged,
    accepted,
    add,
    tie(sure, one) {
      if (isTied(sure, one)) without(one, 'unplaced');
    },
  };
  vouchInLists(vouching);
  vouchInColumns(vouching);
  vouchInNames(vouching);
  for (const one of mappedOf(judged, accepted)) add(one, 'mapped', 7.6, one.scene.code);
  for (const list of constantsOf(judged)) {
    for (const one of list) if (!accepted(one)) add(one, 'column', 4.4, list[0]?.scene.code ?? '');
  }
  const compared = new Map<string, Judged>();
  for (const one of judged) {
    const asked = one.scene.code.length >= 5 && accepted(one) ? askedOf(one.scene) : null;
    if (asked !== null) compared.set(asked, one);
  }
  for (const one of compared.size > 0 ? judged : []) {
    const asked = askedOf(one.scene) ?? '';
    const sure = compared.get(asked);
    if (!sure || isOthers(sure, one)) continue;
    add(one, 'compared', one.scene.code.length < 3 ? 7 : isTied(sure, one) ? 5.9 : 5, asked);
    vouching.tie(sure, one);
  }
  for (const one of pairsOf(judged, accepted)) add(one, 'together', 1.6, one.scene.code);
  const sure = judged.filter(
    (one) => accepted(one) && one.scene.code.length >= 3 && one.scene.kind === 'number',
  );
  const codes = new Set(sure.map(({ scene }) => scene.code));
  let next = 0;
  for (const one of judged) {
    const { code, start, form } = one.scene;
    while (next < sure.length && (sure[next]?.scene.start ?? 0) < start) next++;
    if (accepted(one)) continue;
    if (codes.has(code) && isMarked(one)) {
      add(one, 'repeated', code.length >= 5 ? 3.2 : 4, code);
      // `const WINDOW_CLOSED = 63016`, once the text has told what 63016 is.
      if (code.length >= 5) without(one, 'other-key');
    }
    if (form !== 'six-digits' && form !== 'five-digits' && form !== 'five-rare') continue;
    const beside = [sure[next - 1], sure[next]].find(
      (other) => other && other.scene.code.length >= 5 && Math.abs(other.scene.start - start) <= 300,
    );
    if (beside) add(one, 'together', 1.6, beside.scene.code);
  }
  // Who was helped may help.
  if (judged.some((one) => accepted(one) && one.found.some(({ family }) => family === 'company')))
    vouchInLists(vouching);
}

/** What the number is compared with, or handed to: `code === 190`, `isRateLimit(4)`. */
function askedOf(scene: Scene): string | null {
  if (scene.facts & FACTS.keyed && scene.compared) return scene.key;
  if ((scene.facts & FACTS.marked) === 0 || scene.form === 'http-status') return null;
  const call = /(\w{4,60})\(["'`]?$/.exec(scene.lineLeft)?.[1];
  return call !== undefined && /^["'`]?\s?[,)]/.test(scene.lineRight) ? `${call}(` : null;
}

function isMarked({ scene, found }: Judged): boolean {
  return (
    scene.code.length >= 5 ||
    (scene.code.length >= 3 && found.some(({ evidence }) => evidence.rule === 'code-cue')) ||
    (/["'`#]$/.test(scene.left) && /^["'`):,\s]/.test(scene.right)) ||
    scene.compared
  );
}
