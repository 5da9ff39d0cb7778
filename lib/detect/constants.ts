import { isConstant, isOwnName, isRareName } from './constant.ts';
import type { Judged } from './judged.ts';

/** The name of a constant that leads its line: a key, a case, a point of a list. */
const LEADS =
  /^\s*(?:[-*•|]\s)?(?:(?:public\s|static\s|final\s|const\s|case\s){0,4}(?:[A-Z][A-Z\d_]{3,60}\s=\s)?)[`"'*]{0,3}$/;
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
    if (list.length >= 3 && (list.some(isSure) || list.filter(isKnown).length >= 2 || areNumbered(list)))
      lists.push(list);
    list = [];
  };
  for (const one of judged) {
    const { kind, code, start, meanings } = one.scene;
    if (
      kind !== 'symbol' ||
      ANY.test(code) ||
      !/^[A-Z][A-Z0-9_]{3,}$/.test(code) ||
      !LEADS.test(one.scene.lineLeft)
    )
      continue;
    const last = list.at(-1)?.scene;
    const related =
      last !== undefined &&
      start - last.end <= MOST_BETWEEN &&
      meanings.some(({ provider }) => last.meanings.some((other) => other.provider === provider));
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

/** A list that tells by itself whose it is: by a name that nobody else has, by several, or by names with a number. */
export const areTheirOwn = (list: readonly Judged[]): boolean =>
  list.some(({ scene }) => isRareName(scene)) || areNumbered(list) || (list.length >= 4 && list.some(isSure));
