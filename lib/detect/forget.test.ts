import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { detect } from './detect.ts';
import { forgetTexts, lexiconOf } from './lexicon.ts';
import { testIndex } from './test-index.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LOG = '2026-11-20 09:12:44 ERROR send failed: (#131047) Re-engagement message\n'.repeat(40);
const CELL = { header: 'Error code', nearby: '09:12:44\t+55 11 5550 0123\tfailed\t131047' };
const look = () => [detect(LOG, testIndex), detect('131047', testIndex, CELL)];

test('what is remembered of texts can be let go of, and changes no hit', async () => {
  const before = look();
  expect(before.map(({ length }) => length)).toEqual([40, 1]);
  const remembered = new WeakRef(lexiconOf(testIndex));
  forgetTexts(testIndex);
  // What was made weak in a task is kept until its end.
  await new Promise((later) => setTimeout(later));
  collectGarbage();
  expect(remembered.deref()).toBeUndefined();
  expect(look()).toEqual(before);
});
