import type { Meaning } from './code-index.ts';
import type { Hit } from './hit.ts';
import type { Judged } from './judged.ts';
import { rankMeanings } from './rank.ts';
import type { Scene } from './scene.ts';

export function hitOf({ scene, verdict: { strength, evidence } }: Judged): Hit {
  const subcode = subcodeOf(scene);
  const meanings = rankMeanings(scene, subcode);
  const ranked = evidence.some(({ rule }) => rule === 'leads-symbol')
    ? // Its symbol tells what it means, which is nothing that others mean by that number.
      meanings.filter(({ provider }) => provider === scene.reading.console?.provider)
    : meanings;
  return {
    start: scene.start,
    end: scene.end,
    code: scene.code,
    subcode,
    meanings:
      scene.code.length > LONGEST_LONE ? ranked : ranked.filter((meaning) => !isLoneSubcode(meaning, scene)),
    strength,
    evidence,
  };
}

const SUBCODE = /sub_?code\\{0,3}["'`]?\s{0,3}(?::|=>?)\s{0,3}\\{0,3}["'`]?(\d{1,7})(?!\d)/i;

/** Mostly there is none, and it takes less to see that. */
const MENTION = /sub_?code/i;

/** A further code, whose the subcode is then: `code=131030`, and in the next line `code=190 subcode=463`. */
const FURTHER = /(?<!\w)(?:error_?)?code["'`\\]{0,4}\s{0,3}[:=]/i;

/** `error_subcode` of the object that the code is a value of. */
function subcodeOf({ key, ofSubcode, start, end, code, reading }: Scene): string | null {
  const { text } = reading;
  if (key === null || ofSubcode || !reading.shows(MENTION, start - 200, end + 500)) return null;
  const after = text.slice(end, end + 500).split(/[}\]]\s*[,}\]]?\s*[{[]/, 1)[0] ?? '';
  const behind = ownIn(after);
  if (behind && behind !== code) return behind;
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split('{')
      .at(-1) ?? '';
  return ownIn(before);
}

function ownIn(text: string): string | null {
  const found = SUBCODE.exec(text);
  return found && !FURTHER.test(text.slice(0, found.index)) ? (found[1] ?? null) : null;
}

/** What a text has that speaks of a subcode: the word, its code, or what most of them are about. */
const SUBCODES =
  /sub[_\s-]?c|sous-?code|sotto-?codic|unter-?code|подкод|OAuth|token|session|(?<!\d)(?:10|100|190|200|368)(?!\d)/i;

/** Subcodes of seven digits are nobody else's. */
const LONGEST_LONE = 3;

/** `error 463` with nothing of a subcode around is another's number: WhatsApp's own servers tell it to clients that are none of Meta's. */
function isLoneSubcode({ key }: Meaning, scene: Scene): boolean {
  const { code, start, end, reading, header, label } = scene;
  if (!key.endsWith(`.${code}`) || reading.context.asked) return false;
  const beside = `${header ?? ''} | ${label ?? ''}`;
  return !SUBCODES.test(beside) && !SUBCODES.test(reading.text.slice(Math.max(0, start - 500), end + 500));
}
