import { type Cue, cue } from './pattern.ts';

/** The cue of each code, from its list of words. Codes of one list share it. */
export function cuesByCode(lists: Iterable<readonly [string, readonly string[]]>): Map<string, Cue> {
  const cues = new Map<readonly string[], Cue>();
  return new Map(
    Array.from(lists, ([code, list]) => {
      const known = cues.get(list) ?? cue(list);
      cues.set(list, known);
      return [code, known];
    }),
  );
}
