import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { isTied } from './kin.ts';
import { flat, isCodeKey, isErrorCodeKey } from './words/keys.ts';

/** `match api_err.code {`, `when (body.error?.code) {`: the branches below are told apart by it. */
const HEAD = /(?:^|[^\w.])(?:match|when|switch)[ (]{1,3}([\w.?$>()[\]"'-]{3,60}?)\)?\s?\{[^\S\n]*\n/g;
/** What a branch is for, `4 | 80007 | 130429 =>`: other numbers may stand before it and behind. */
const BEFORE = /^\s*(?:["']?\d{1,7}["']?(?:\s\|\s|,\s)){0,8}["']?$/;
const BEHIND = /^["']?(?:(?:\s\|\s|,\s)["']?\d{1,7}["']?){0,8}\s?(?:=>|->)\s?[^\s\d]/;
const BRANCHES = /(?:match|when|switch)[ (][^\n]{3,70}\{[^\S\n]*\n/;
/** A longer text, such as a log, is no source. */
const MAX_LENGTH = 20_000;
/** Farther below, the head may be another's. */
const REACH = 900;

/** The branches of one `match` by the code of an error, each with its numbers. */
export function vouchInArms({ judged, accepted, add, tie }: Vouching): void {
  const text = judged[0]?.scene.reading.text ?? '';
  if (text.length > MAX_LENGTH || !BRANCHES.test(text)) return;
  let sure: Judged | undefined;
  const small: [Judged, string][] = [];
  for (const one of judged) {
    const { kind, form, lineLeft, right, start } = one.scene;
    if (kind !== 'number' || !BEHIND.test(right) || !BEFORE.test(lineLeft)) continue;
    const subject = subjectAbove(text, start);
    if (subject === null) continue;
    if (!isRareForm(form)) {
      small.push([one, subject]);
      continue;
    }
    if (!accepted(one)) add(one, 'arm', 4.8, subject);
    if (accepted(one)) sure = one;
  }
  for (const [one, subject] of small) {
    if (accepted(one)) continue;
    add(one, 'arm', sure && isTied(sure, one) ? 7 : 3.8, subject);
    if (sure) tie(sure, one);
  }
}

/** The name of the error's code in the nearest head above. */
function subjectAbove(text: string, start: number): string | null {
  const above = text.slice(Math.max(0, start - REACH), start);
  const subject = [...above.matchAll(HEAD)].at(-1)?.[1];
  if (subject === undefined) return null;
  const name = flat(subject.replaceAll('->', '.').replace(/[?()]/g, ''));
  const last = name.replace(/^.*[.[]["']?(?:get)?/, '').replace(/["'\]]+$/, '');
  return isErrorCodeKey(name) || (isCodeKey(last) && /err|exception|^e\./.test(name)) ? subject : null;
}
