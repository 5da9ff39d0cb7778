import type { Meaning } from './code-index.ts';
import { stemsOf } from './lexicon.ts';
import type { Scene } from './scene.ts';

/** What every server says with these statuses: no evidence that a provider's code is meant. */
const PHRASES =
  /^(?:ok|created|accepted|bad request|unauthorized|payment required|forbidden|not found|method not allowed|request timeout|conflict|gone|unprocessable (?:entity|content)|too many requests|internal server error|bad gateway|service unavailable|gateway timeout)$/i;

/** How much of a meaning's title stands right behind the code (`beside`) or somewhere around it (`near`), 0 to 1. */
export interface TitleMatch {
  beside: number;
  near: number;
}

const NONE: TitleMatch = { beside: 0, near: 0 };

export function matchTitle(meaning: Meaning, scene: Scene): TitleMatch {
  const { title } = meaning;
  if (title === meaning.code || PHRASES.test(title)) return NONE;
  const words = scene.reading.lexicon.titleWords(meaning);
  if (words.length === 0) return NONE;
  const beside = besideOf(scene);
  const behind = beside.slice(0, title.length + 3).toLowerCase();
  if (words.length > 0 && title.length >= 5 && behind.includes(title.toLowerCase()))
    return { beside: 1, near: 1 };
  // A title of one common word (`Timeout`) proves nothing a few words away.
  if (words.length === 1) return NONE;
  const share = (text: string) => {
    const present = new Set(stemsOf(text));
    const common = words.filter((word) => present.has(word)).length;
    return common < 2 ? 0 : common / words.length;
  };
  const after = share(beside.slice(0, title.length + 40));
  const near = Math.max(after, share(nearbyOf(scene)));
  return { beside: after, near };
}

/** The text behind a code from its first letter or digit on, if only punctuation comes before. */
export function besideOf(scene: Scene): string {
  const match = /^[^\p{L}\p{N}]{0,14}/u.exec(scene.right);
  return scene.right.slice(match?.[0].length ?? 0);
}

function nearbyOf({ right, lineLeft, left, structural, reading }: Scene): string {
  const before = structural ? left : lineLeft;
  return `${before} ${right} ${reading.context.nearby?.slice(0, 1000) ?? ''}`;
}
