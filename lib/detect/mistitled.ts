import type { Judged } from './judged.ts';
import { MATTERS } from './matters.ts';
import { tellsOfUs } from './ours.ts';
import type { Scene } from './scene.ts';
import { matchTitle } from './title.ts';
import { ERROR, ERROR_CODE } from './words/error.ts';
import { FAULT } from './words/fault.ts';
import { apart } from './words/letters.ts';
import { OURS } from './words/ours.ts';
import { cue, words } from './words/pattern.ts';
import { TRADE, WHATSAPP } from './words/topic.ts';

/** A name behind a dash: `131005 - SOLAR`. */
const DASHED = /^["'`]?\s?[-–—]\s(\p{Lu}[^\n"'`|;,]{2,60})/u;
/** What the branch of a number does, and the name in it: `131006: { value = F("Hannberger Str."); break; }`. */
const BRANCH = /^["'`]?\s?(?::|=>|->)(?:(?!\bcase\b)[^"'`]){0,60}["'`](\p{Lu}[^"'`\n]{2,60})["'`]/u;

/** What somebody would say of a code that its title does not. */
const SAID = cue([
  ...[TRADE, WHATSAPP, ERROR, ERROR_CODE].flat(),
  ...words(
    'retry*, later, transient*, permanent*, temporar*, terminal*, fatal, limit*, rate*, cap, spam, policy, quality, account*, business*, user*, contact*, sender*, payment*, billing, auth*, expired, blocked, server*, servic*, internal, unknown, format*',
  ),
]);
/** What makes a code of a number without a word for one. */
const SLIGHT = new Set(['together', 'branch', 'map-key']);
/** In a longer text something else may tell. */
const MAX_LENGTH = 2000;
const LEAST = 2;

/**
 * Rare numbers of things: each has a name beside it, none of which has to do with what the number is the code of, and nothing around speaks of
 * messages.
 */
export function mistitledOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  const [head] = judged;
  if (!head || head.scene.reading.text.length > MAX_LENGTH) return [];
  const rare = judged.filter(({ scene }) => scene.form === 'six-digits');
  if (rare.length < LEAST) return [];
  const names = new Set<string>();
  for (const { scene } of rare) {
    const name = nameOf(scene);
    if (name === null || tells(scene, name)) return [];
    names.add(name);
  }
  return names.size < LEAST ? [] : rare.filter((one) => accepted(one) && isSlight(one));
}

function nameOf({ right }: Scene): string | null {
  return DASHED.exec(right)?.[1] ?? BRANCH.exec(right)?.[1] ?? null;
}

function tells(scene: Scene, name: string): boolean {
  const { reading, start, code, meanings } = scene;
  if (reading.console || reading.context.provider || reading.context.asked) return true;
  const said = apart(name);
  return (
    FAULT.in(said) !== null ||
    OURS.in(said) !== null ||
    SAID.in(said) !== null ||
    Boolean(MATTERS.get(code)?.in(said)) ||
    meanings.some((meaning) => matchTitle(meaning, scene).near >= 0.5) ||
    reading.topicNear('trade', start) !== null ||
    tellsOfUs(scene)
  );
}

const isSlight = ({ verdict: { found } }: Judged) =>
  found.every(({ evidence }) => evidence.weight < 0 || SLIGHT.has(evidence.rule));
