import { isConstant, isOwnName, isRareName } from './constant.ts';
import type { Judged } from './judged.ts';

/** The name of a constant that leads its line: a key, a case, a point of a list, what a type has for a value. */
const LEADS =
  /^\s*(?:(?:\/\/|#|\*)\s{1,3})?(?:[-*•|]\s)?(?:(?:public|static|final|const|case)\s){0,4}(?:[A-Z]\w{2,30}\s)?(?:[A-Z][A-Z\d_]{3,60}\s=\s)?(?:(?:new\s|\()?[A-Z]\w{2,30}[.(])?[`"'*]{0,3}$/;
/** One of several in a line: `'SCAM' | 'NONE' | '…`, `['SCAM', '…`, `isReason("…`. */
const LISTED = /(?:[|,[({]\s?|\?:\s)["'`]$|[.:;]\s{1,3}`$/;
const MOST_BETWEEN = 300;
/** What any list of reasons ends with. */
const ANY = /^(?:NONE|UNKNOWN|OTHER)$/;

/**
 * Lists of reasons by name, one in each line: `INVALID_FORMAT: 'confira as variáveis'`. Three of one provider, among them a
 * name that no other system is likely to have, two that are known for codes, or three with a number (`RBC001`); states such as
 * PENDING make no such list.
 */
export function constantsOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[][] {
  const lists: Judged[][] = [];
  let list: Judged[] = [];
  const isKnown = (one: Judged) => accepted(one) && isConstant(one.scene);
  const close = () => {
    if (
      list.length >= 3 &&
      (list.some(isSure) || list.filter(isKnown).length >= 2 || areNumbered(list) || areRejections(list))
    )
      lists.push(list);
    list = [];
  };
  for (const one of judged) {
    const { kind, code, start, meanings, form } = one.scene;
    if (
      kind !== 'symbol' ||
      ANY.test(code) ||
      !/^[A-Z][A-Z0-9_]{3,}$/.test(code) ||
      !(LEADS.test(one.scene.lineLeft) || LISTED.test(one.scene.left))
    )
      continue;
    const last = list.at(-1)?.scene;
    const related =
      last !== undefined &&
      start - last.end <= MOST_BETWEEN &&
      meanings.some(({ provider }) => last.meanings.some((other) => other.provider === provider));
    // `"REJECTED"` beside them is a state of anybody's.
    if (last !== undefined && !related && form === 'word') continue;
    if (!related) close();
    list.push(one);
  }
  close();
  return lists;
}

const isSure = ({ scene }: Judged) => isOwnName(scene) && /^[A-Z]/.test(scene.code);

/** Names with a number, such as `WAV2101`, three of which nobody has by chance. */
const areNumbered = (list: readonly Judged[]): boolean =>
  list.filter(({ scene }) => /[A-Z]\d{3}/.test(scene.code)).length >= 3;

/** A list that tells by itself whose it is: by a name that nobody else has, by several, or by names with a number; or it says that these are rejections. */
export const areTheirOwn = (list: readonly Judged[]): boolean =>
  list.some(({ scene }) => isRareName(scene)) ||
  areNumbered(list) ||
  ((list.length >= 4 || list.filter(isRejection).length >= 2) && list.some(isSure)) ||
  areRejections(list);

const MOST_BEFORE = 160;
const REJECTION = /reject|recus|rechaz|reprov|rejet|ablehn|rifiut/i;

/** `REJECTION_LABELS = {ABUSIVE_CONTENT: …, SCAM: …`: three that Meta turns templates down for. */
function areRejections(list: readonly Judged[]): boolean {
  const [first] = list;
  return (
    first !== undefined &&
    list.filter(isRejection).length >= 3 &&
    REJECTION.test(first.scene.reading.before(first.scene.start, MOST_BEFORE))
  );
}

const isRejection = ({ scene: { meanings } }: Judged): boolean =>
  meanings.some(({ title }) => /^Template rejected:/.test(title));
