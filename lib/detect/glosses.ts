import { isRareForm } from './form.ts';
import { gistIn } from './gists.ts';
import type { Judged, Vouching } from './judged.ts';
import { haveProvider } from './kin.ts';

/** `131047 too late, 131048`: what it means in a word or two, and a comma. */
const GLOSS = /^["'`*]{0,2}\s((?:\p{L}[\p{L}'’-]{0,15}\s?){1,3})[,;]\s{1,4}["'`*]{0,2}$/u;
const LAST = /^["'`*]{0,2}\s((?:\p{L}[\p{L}'’-]{0,15}\s?){1,3})(?:[)\].;,]|\n|$)/u;
const LONGEST = 56;
/** Lists by hand stand in notes and comments, not in logs. */
const MAX_LENGTH = 4000;
/** So many rare codes make the list one of codes. */
const LEAST = 2;

/** A list by hand, `(131047 too late, 131048 too fast, 190 token, 10 rights)`: what is told like two rare codes is a code, and nothing that is counted. */
export function vouchInGlosses({ judged, accepted, add, tie, drop }: Vouching): void {
  const [head] = judged;
  if (!head || head.scene.reading.text.length > MAX_LENGTH) return;
  const rare = judged.filter((one) => one.scene.form === 'six-digits' && accepted(one));
  if (rare.length < LEAST) return;
  for (const list of glossedOf(judged)) {
    const sure = list.filter(({ one }) => one.scene.form === 'six-digits' && accepted(one));
    const [first] = sure;
    if (!first || new Set(sure.map(({ one }) => one.scene.code)).size < LEAST) continue;
    for (const { one, gloss } of list) {
      if (accepted(one) || !haveProvider(first.one, one)) continue;
      const { code, form } = one.scene;
      if (isRareForm(form)) {
        drop(one, 'quantity');
        add(one, 'listed', 3.2, first.one.scene.code);
      } else if (gistIn(code, gloss)) {
        drop(one, 'quantity');
        add(one, 'listed', 7.6, first.one.scene.code);
        tie(first.one, one);
      }
    }
  }
}

interface Glossed {
  one: Judged;
  gloss: string;
}

/** Runs of numbers with nothing between them but such words. */
function glossedOf(judged: readonly Judged[]): Glossed[][] {
  const lists: Glossed[][] = [];
  let list: Glossed[] = [];
  judged.forEach((one, at) => {
    const { kind, end, reading } = one.scene;
    if (kind !== 'number') return;
    const next = judged[at + 1];
    const between =
      next?.scene.kind === 'number' && next.scene.start - end <= LONGEST
        ? GLOSS.exec(reading.text.slice(end, next.scene.start))?.[1]
        : undefined;
    if (between !== undefined) {
      list.push({ one, gloss: between });
      return;
    }
    const last = list.length > 0 ? LAST.exec(reading.text.slice(end, end + LONGEST))?.[1] : undefined;
    if (last !== undefined) list.push({ one, gloss: last });
    if (list.length > LEAST) lists.push(list);
    list = [];
  });
  return lists;
}
