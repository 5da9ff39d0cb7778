import { isConstant } from './constant.ts';
import { FACTS } from './facts.ts';
import type { Judged, Vouching } from './judged.ts';
import { isStray, isTied } from './kin.ts';
import { own } from './own.ts';
import { areOfOneRegistry } from './registry.ts';
import type { Scene } from './scene.ts';
import { flat, isCodeKey } from './words/keys.ts';

/** Farther from each other, two branches or two values of one name need not be of one kind. */
const REACH = 400;

/** Numbers of which the same is asked and that are accepted, in text order, and how far the walk has come. */
interface Asked {
  known: Judged[];
  next: number;
}

/** Source asks the same of several numbers: where one of them is a rare code, the others are codes as well. */
export function vouchByQuestion({ judged, open, accepted, add, tie }: Vouching): void {
  const isOpen = (one: Judged) => !accepted(one) && questionOf(one.scene) !== null;
  if (isLong(judged) && !open.some(isOpen)) return;
  const questions = new Map<string, Asked>();
  for (const one of judged) {
    const question = isKnown(one.scene) && accepted(one) ? questionOf(one.scene) : null;
    if (question === null) continue;
    const asked = questions.get(question);
    if (asked) asked.known.push(one);
    else questions.set(question, { known: [one], next: 0 });
  }
  if (questions.size === 0) vouchAlike({ judged, add });
  for (const one of questions.size > 0 ? open : []) {
    if (accepted(one)) continue;
    const question = questionOf(one.scene);
    const asked = question === null ? undefined : questions.get(question);
    const sure =
      asked && neighbourOf(one, asked, question === CASE || question?.endsWith(':') ? REACH : Infinity);
    if (!question || !sure || isStray(sure, one)) continue;
    // `toBe('failed')` beside `toBe(131049)`: a word of anybody's.
    if (one.scene.kind === 'symbol' && !isConstant(one.scene)) continue;
    add(one, 'compared', one.scene.code.length < 3 ? 7 : isTied(sure, one) ? 5.9 : 5, question);
    tie(sure, one);
  }
}

/** In a longer text, such as a log, nobody asks. */
const MAX_ALIKE = 4000;
const isLong = ([first]: readonly Judged[]) => (first?.scene.reading.text.length ?? 0) > MAX_ALIKE;

/** Small numbers of which the same is asked, `case 470:`, and that one list of a provider has. */
function vouchAlike({ judged, add }: Pick<Vouching, 'judged' | 'add'>): void {
  if (judged.length < 3 || isLong(judged)) return;
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const question = one.scene.kind === 'number' ? questionOf(one.scene) : null;
    if (question === null) continue;
    const group = groups.get(question);
    if (group) group.push(one);
    else groups.set(question, [one]);
  }
  for (const [question, group] of groups)
    if (areOfOneRegistry(group)) for (const one of group) add(one, 'compared', 9.4, question);
}

/** Of four digits only what neither a year nor an amount is. */
const isKnown = ({ code, form }: Scene) => code.length >= 5 || form === 'four-digits';

/** The nearest other one, before or behind. */
function neighbourOf(one: Judged, asked: Asked, reach: number): Judged | undefined {
  const { start } = one.scene;
  const { known } = asked;
  while (asked.next < known.length && (known[asked.next]?.scene.start ?? 0) < start) asked.next++;
  const before = known[asked.next - 1];
  if (before && start - before.scene.start <= reach) return before;
  const behind = known[asked.next] === one ? known[asked.next + 1] : known[asked.next];
  return behind && behind.scene.start - start <= reach ? behind : undefined;
}

/** What the number is compared with, handed to, or a value of: `code === 190`, `isRateLimit(4)`, `case 190:`, `"code":190`. */
function questionOf(scene: Scene): string | null {
  if (scene.plainFacts & FACTS.keyed && scene.compared) return scene.key;
  if (scene.form === 'http-status') return null;
  const question = surroundingQuestion(scene);
  return scene.code.length < 2 && question?.endsWith(':') ? null : question;
}

/** Told once of the same windows: a log asks the same of thousands. */
function surroundingQuestion(scene: Scene): string | null {
  const { situation } = scene;
  if (situation?.question !== undefined) return situation.question;
  const question = readQuestion(scene);
  // The digits of a name may be others the next time.
  if (situation && (situation.same || !/\d/.test(question ?? '')))
    situation.question = question && own(question);
  return question;
}

/** Of what stands around the number only, whichever it is. */
function readQuestion(scene: Scene): string | null {
  if (scene.plainFacts & FACTS.marked) {
    const call = /(\w{4,60})\(["'`]?$/.exec(scene.lineLeft)?.[1];
    if (call !== undefined)
      return /^["'`]?\s?[,)]/.test(scene.lineRight) ? `${call}(${measured(call, scene)}` : null;
  }
  if (isCase(scene)) return CASE;
  if ((scene.plainFacts & FACTS.named) === 0 || !scene.structural) return null;
  const name = flat(scene.key ?? '');
  return isCodeKey(name) ? `${name}:` : null;
}

/** `Assert.Equal(1, api.Calls)`: what is held against the number has a name. */
function measured(call: string, { lineLeft, lineRight }: Scene): string {
  if (EQUAL.test(call)) return /^["'`]?\s?,\s?[\w.?!]{0,40}?(\w+)\s?[,)]/.exec(lineRight)?.[1] ?? '';
  const counted = TO_BE.test(call) ? EXPECTED.exec(lineLeft)?.[1] : undefined;
  return counted && COUNT.test(counted) ? counted : '';
}

const EQUAL = /equal|^(?:is|same|expect)$/i;
/** `expect(out.attempts).toBe(1)`: a count, of which the same is never asked as of a code. */
const TO_BE = /^to\w{2,}$/;
const EXPECTED = /\bexpect\([\w.?!]{0,40}?(\w+)\)(?:\.not)?\.\w+\(["'`]?$/;
const COUNT = /attempts|tries|calls|times|count|length|size|total|sent|failed|retries|rows|hits/i;

const CASE = 'case';

/** `case 190:`, and Ruby's `when 190, 10`. */
const LED = /\b(?:case|when) (?:["']?\d{1,7}["']?, ){0,6}["']?$/;
const FOLLOWED = /^["']?(?:, ["']?\d{1,7}["']?){0,6}(?:\s?(?::|[-=]>)|[^\S\n]*\n|\sthen\b)/;
const LONGEST = 60;

function isCase({ reading: { text }, start, end }: Scene): boolean {
  return (
    /(?:case|when|,) ["']?$/.test(text.slice(Math.max(0, start - 6), start)) &&
    LED.test(text.slice(Math.max(0, start - LONGEST), start)) &&
    FOLLOWED.test(text.slice(end, end + LONGEST))
  );
}
