import type { Hit } from './hit.ts';
import type { Judged } from './judged.ts';
import { rankMeanings } from './rank.ts';
import type { Scene } from './scene.ts';

export function hitOf({ scene, verdict: { strength, evidence } }: Judged): Hit {
  const subcode = subcodeOf(scene);
  return {
    start: scene.start,
    end: scene.end,
    code: scene.code,
    subcode,
    meanings: rankMeanings(scene, subcode),
    strength,
    evidence,
  };
}

const SUBCODE = /sub_?code\\{0,3}["'`]?\s{0,3}(?::|=>?)\s{0,3}\\{0,3}["'`]?(\d{1,7})(?!\d)/i;

/** Mostly there is none, and it takes less to see that. */
const MENTION = /sub_?code/i;

/** `error_subcode` of the object that the code is a value of. */
function subcodeOf({ key, ofSubcode, start, end, code, reading }: Scene): string | null {
  const { text } = reading;
  if (key === null || ofSubcode || !reading.shows(MENTION, start - 200, end + 500)) return null;
  const after = text.slice(end, end + 500).split(/[}\]]\s*[,}\]]?\s*[{[]/, 1)[0] ?? '';
  const behind = SUBCODE.exec(after)?.[1];
  if (behind && behind !== code) return behind;
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split('{')
      .at(-1) ?? '';
  return SUBCODE.exec(before)?.[1] ?? null;
}
