import { areGapless } from './gapless.ts';
import type { Judged, Vouching } from './judged.ts';
import { GIST_OF } from './words/told.ts';

/** Words for codes or errors in front of the first. */
const LED = new Set(['code-cue', 'error-code-cue', 'error-cue']);
export const LEAST = 3;

/** `retry codes: 1, 2, 4, 17, 368 (WhatsApp)`: small codes of Meta in one list, that a word for codes leads up to and no rare one is in. */
export function vouchInLedLists(
  lists: readonly (readonly Judged[])[],
  { accepted, add }: Pick<Vouching, 'accepted' | 'add'>,
): void {
  for (const list of lists) {
    const [first] = list;
    if (!first || list.length < LEAST || !isLed(first) || list.every(accepted) || !areMetas(list)) continue;
    for (const one of list) add(one, 'led-list', 8.4, first.scene.code);
  }
}

/** `Graph 4, 17, 32, 613` */
const OWNER = /(?:^|[^\p{L}\p{N}])Graph(?: API)?\s["'`]?$/u;

/** `Meta codes 1/2/4`: said to be Meta's. */
const OWN_CODES = /(?:^|[^\p{L}\p{N}])(?:Meta|Graph)(?:['’]s)?(?:\sAPI)?\s(?:error\s)?codes?:?\s["'`]?$/u;

export function isLed({ scene, verdict }: Judged): boolean {
  return (
    (verdict.found.some(({ evidence }) => LED.has(evidence.rule)) || OWNER.test(scene.left)) &&
    verdict.found.every(({ family }) => family !== 'against')
  );
}

/** Those of Graph that people know, one of which is no count and no status; and they do not just follow each other. */
function areMetas(list: readonly Judged[]): boolean {
  return (
    list.every(({ scene }) => scene.kind === 'number' && GIST_OF.has(scene.code)) &&
    (OWN_CODES.test(list[0]?.scene.left ?? '') ||
      list.some(({ scene }) => scene.form === 'three-digits' && !scene.code.endsWith('00'))) &&
    !areGapless(list.map(({ scene }) => scene.code)) &&
    list.some(({ scene: { reading, start } }) => reading.topicNear('whatsapp', start) !== null)
  );
}
