import type { Candidate } from './candidates.ts';
import { constantsOf } from './constants.ts';
import { FACTS } from './facts.ts';
import type { Judged } from './judged.ts';
import type { Scene } from './scene.ts';

/** What may stand between two members of one list: marks, quotes, a gloss in brackets, a word for "and". */
const AND = '(?:and|or|y|e|o|ou|et|und|oder|и|или|ve|veya|dan|atau|en|of)';
const JOINT = new RegExp(
  `^(?:["'\`*]{0,2}\\s?\\([^()\\n\\d]{1,40}\\))?[\\s"'\`*“”‘’)\\]]{0,6}(?:[,;/|&+·•、，和]|\\b${AND}\\b)?[\\s"'\`*“”‘’([#]{0,6}(?:\\b${AND}\\b\\s)?[("'\`#]{0,3}$`,
  'iu',
);
/** `code === 131047 || code === 470`. */
const CHAIN = /^["'`]?\)?\s{0,3}(?:\|\||&&|or|and|,)\s{0,3}\(?[\w.?$]{1,24}\s?={2,3}\s?["'`]?$/;
const MAX_JOINT = 60;

/** False where too few are there to vouch for each other; one that is accepted may vouch for any. */
export function mayVouch(candidates: readonly Candidate[]): boolean {
  let numbers = 0;
  let symbols = 0;
  for (const { kind, form } of candidates) {
    if (form === 'six-digits') numbers++;
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
  for (const list of listsOf(judged)) {
    const kin = areKin(list);
    const sure =
      list.find((one) => one.scene.kind !== 'symbol' && accepted(one) && proves(one)) ??
      (kin ? list[0] : undefined);
    if (!sure) continue;
    for (const one of list) {
      if ((one === sure && accepted(one)) || one.scene.kind === 'symbol') continue;
      const slight = one.scene.code.length < 3 || one.scene.form === 'http-status';
      if (slight && list.length < 3 && !isSpokenPair(sure, one)) continue;
      add(one, 'listed', kin ? 10.4 : one.scene.code.length < 3 ? 6.2 : 5, sure.scene.code);
    }
  }
  for (const lines of columnsOf(judged)) {
    const kin = areKin(lines);
    const sure =
      lines.find((one) => accepted(one) && one.scene.code.length >= 3) ?? (kin ? lines[0] : undefined);
    if (!sure) {
      // Two known codes that lead lines of a console do not meet by chance.
      const known = lines.filter(({ scene }) => scene.form === 'six-digits');
      const strange = lines.some(({ scene }) => scene.form === 'unknown-like');
      if (known.length >= 2 && !strange && known[0]?.scene.reading.console)
        for (const one of known) add(one, 'column', 2, known[0].scene.code);
      continue;
    }
    const join = (weight: number) => {
      for (const one of lines)
        if (one !== sure || !accepted(one)) add(one, 'column', weight, sure.scene.code);
    };
    join(kin ? 10.4 : 4.4);
    // A table of codes: what stands in line with three of them, a long one among them, is one as well.
    const proven = lines.filter(accepted);
    if (proven.length >= 3 && proven.some(({ scene }) => scene.code.length >= 5)) join(6.4);
  }
  for (const list of constantsOf(judged)) {
    for (const one of list) if (!accepted(one)) add(one, 'column', 4.4, list[0]?.scene.code ?? '');
  }
  const compared = new Set(
    judged
      .filter((one) => one.scene.code.length >= 5 && accepted(one) && mayCompare(one) && one.scene.compared)
      .map(({ scene }) => scene.key),
  );
  for (const one of compared.size > 0 ? judged : []) {
    if (mayCompare(one) && one.scene.compared && compared.has(one.scene.key))
      add(one, 'compared', 5, one.scene.key ?? '');
  }
  const sure = judged.filter(
    (one) => accepted(one) && one.scene.code.length >= 3 && one.scene.kind === 'number',
  );
  const codes = new Set(sure.map(({ scene }) => scene.code));
  let next = 0;
  for (const one of judged) {
    const { code, start, form } = one.scene;
    while (next < sure.length && (sure[next]?.scene.start ?? 0) < start) next++;
    if (accepted(one)) continue;
    if (codes.has(code) && isMarked(one)) add(one, 'repeated', code.length >= 5 ? 3.2 : 4, code);
    if (form !== 'six-digits' && form !== 'five-digits' && form !== 'five-rare') continue;
    const beside = [sure[next - 1], sure[next]].find(
      (other) => other && other.scene.code.length >= 5 && Math.abs(other.scene.start - start) <= 300,
    );
    if (beside) add(one, 'together', 1.6, beside.scene.code);
  }
}

const mayCompare = ({ scene }: Judged) => (scene.facts & FACTS.keyed) !== 0;

function isMarked({ scene }: Judged): boolean {
  return (
    scene.code.length >= 5 ||
    (/["'`#]$/.test(scene.left) && /^["'`):,\s]/.test(scene.right)) ||
    scene.compared
  );
}

/**
 * Three catalogued six-digit numbers in one list do not meet by chance, unless it is a list of numbers like them: the
 * districts of Hebei run from 130100 to 133100, and most of those are no codes.
 */
function areKin(list: readonly Judged[]): boolean {
  const known = new Set<string>();
  const unknown = new Set<string>();
  for (const { scene } of list) {
    if (scene.form === 'six-digits') known.add(scene.code);
    else if (scene.form === 'unknown-like') unknown.add(scene.code);
  }
  return known.size >= 3 && known.size >= 4 * unknown.size;
}

function proves({ scene, found }: Judged): boolean {
  return (
    scene.code.length >= 5 || found.some(({ family, evidence }) => family === 'place' && evidence.weight >= 4)
  );
}

/** Runs of candidates with nothing but list marks between them. */
function listsOf(judged: readonly Judged[]): Judged[][] {
  const lists: Judged[][] = [];
  let list: Judged[] = [];
  let previous: Judged | null = null;
  for (const one of judged) {
    const between = previous ? one.scene.start - previous.scene.end : 0;
    const joined =
      previous !== null &&
      between <= MAX_JOINT &&
      isJoint(one.scene.reading.text.slice(previous.scene.end, one.scene.start)) &&
      !isGrouped(previous.scene, one.scene);
    if (!joined) {
      if (list.length > 1) lists.push(list);
      list = [];
    }
    list.push(one);
    previous = one;
  }
  if (list.length > 1) lists.push(list);
  return lists;
}

/** The longest joint without a gloss or a comparison. */
const MAX_PLAIN = 26;

function isJoint(between: string): boolean {
  if ((between.length <= MAX_PLAIN || between.includes('(')) && JOINT.test(between)) return true;
  return between.includes('==') && CHAIN.test(between);
}

/** `error code 10 or 200`: said in full for the first, joined by a word. */
function isSpokenPair(sure: Judged, one: Judged): boolean {
  const said = sure.found.some(({ family, evidence }) => family === 'place' && evidence.weight >= 4.8);
  const [from, to] = [Math.min(sure.scene.end, one.scene.end), Math.max(sure.scene.start, one.scene.start)];
  return said && /\p{L}|\//u.test(one.scene.reading.text.slice(from, to));
}

/** `131 047`: two cells or groups of thousands, not two codes. */
function isGrouped(left: Scene, right: Scene): boolean {
  return (
    right.start - left.end === 1 &&
    left.reading.text[left.end] === ' ' &&
    Math.min(left.code.length, right.code.length) < 5
  );
}

/** Candidates that lead their lines in the same way, in lines that follow each other closely. */
function columnsOf(judged: readonly Judged[]): Judged[][] {
  const open = new Map<string, { last: number; lines: Judged[] }>();
  const columns: Judged[][] = [];
  for (const one of judged) {
    if ((one.scene.facts & FACTS.head) === 0) continue;
    const { start, kind, form } = one.scene;
    if (kind === 'symbol' || form === 'http-status') continue;
    const { lineLeft, right } = one.scene;
    if (lineLeft.length > 30 || /\p{L}|\d/u.test(lineLeft)) continue;
    // Behind a comment mark any prose may follow; without one the sign behind the code has to be the same.
    const shape = /^(?:\/\/|\*|#|--)$/.test(lineLeft.trim())
      ? lineLeft.trim()
      : `${lineLeft.trim()}#${right.slice(0, 2).replace(/\p{L}/gu, 'a')}`;
    const before = open.get(shape);
    if (before && start - before.last <= 240) {
      before.lines.push(one);
      before.last = start;
    } else {
      const lines = [one];
      open.set(shape, { last: start, lines });
      columns.push(lines);
    }
  }
  return columns.filter((lines) => lines.length > 1);
}
