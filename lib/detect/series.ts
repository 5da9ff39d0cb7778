import type { Scene } from './scene.ts';
import { CODE, ERROR, ERROR_CODE } from './words/error.ts';
import { cue } from './words/pattern.ts';
import { FAILED, REASON } from './words/reason.ts';

/** `Contacts 1026`, `offen: 190`, `Templates 132/250`, `read 12 %`: a word or two and how many. */
const COUNT = /^\s?\p{L}[\p{L}\p{M}\s]{1,28}[:：]?\s\d[\d.,/\u00a0 ]{0,12}\s?[%₽$€]?\s?$/u;
const OF_ERRORS = cue([...ERROR, ...ERROR_CODE, ...CODE, ...FAILED, ...REASON]);
const LEAST = 3;

/** `Conversations 131047 · Contacts 1026 · Webhooks 10`: one of several counts in a line, each behind its word. */
export function isInSeries({ lineLeft, lineRight, code }: Scene): boolean {
  if (!/[·•]/.test(lineLeft + lineRight)) return false;
  const before = lineLeft.split(/[·•]/);
  const after = lineRight.split(/[·•]/);
  const own = `${before.pop()}${code}${after.shift()}`;
  if (!COUNT.test(own) || OF_ERRORS.in(own)) return false;
  return [own, ...before, ...after].filter((item) => COUNT.test(item)).length >= LEAST;
}
