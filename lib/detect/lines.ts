import type { Spot } from './spots.ts';
import type { StemPlaces, Stems } from './stems.ts';
import type { Template } from './templates.ts';
import { type Traits, traitsOf } from './traits.ts';

/** A text as lines, most of which were met before but for their digits. */
export interface Lines {
  count: number;
  /** Where a line begins in the text. */
  start(line: number): number;
  traits(line: number): Traits;
  template(line: number): Template | null;
  /** The next line tells nothing of what stands at the end of this one. */
  endsWith(line: number, next: Spot['next']): boolean;
  /** No brace is open at the end of the lines before this one, back to an offset. */
  areBalanced(line: number, from: number): boolean;
  /** One of the lines may hold the headings of a table. */
  mayHaveHeads(): boolean;
  /** There may be a constant in one of the lines. */
  mayName(): boolean;
  /** The stems of the text's words, as `findCandidates` gives them. */
  stems(): Stems;
}

/**
 * @param scanned The stems of the lines that have no template.
 */
export function readLines(
  text: string,
  starts: readonly number[],
  templates: readonly (Template | null)[],
  scanned: StemPlaces,
): Lines {
  let stems: Stems | null = null;
  const others = new Map<number, Traits>();
  let heads: boolean | null = null;
  let names: boolean | null = null;
  const traitsAt = (line: number): Traits => {
    const known = templates[line]?.traits ?? others.get(line);
    if (known) return known;
    const start = starts[line] ?? 0;
    const traits = traitsOf(text.slice(start, Math.max(start, (starts[line + 1] ?? text.length + 1) - 1)));
    others.set(line, traits);
    return traits;
  };
  const some = (tell: (traits: Traits) => boolean) => templates.some((_, line) => tell(traitsAt(line)));
  return {
    count: templates.length,
    start: (line) => starts[line] ?? 0,
    traits: traitsAt,
    template: (line) => templates[line] ?? null,
    endsWith(line, next) {
      if (next === 'no') return true;
      if (line + 1 >= templates.length) return false;
      const { plain, closed } = traitsAt(line + 1);
      return plain && (closed || next === 'near');
    },
    areBalanced(line, from) {
      for (let at = line - 1; at >= 0 && (starts[at + 1] ?? 0) > from; at--)
        if (!traitsAt(at).balanced) return false;
      return true;
    },
    mayHaveHeads() {
      heads ??= some((traits) => traits.heads);
      return heads;
    },
    mayName() {
      names ??= some((traits) => traits.names);
      return names;
    },
    stems() {
      stems ??= joined(starts, templates, scanned);
      return stems;
    },
  };
}

/** The stems of all lines, in text order. */
function joined(
  starts: readonly number[],
  templates: readonly (Template | null)[],
  scanned: StemPlaces,
): Stems {
  const count = templates.reduce(
    (sum, template) => sum + (template?.stems.at.length ?? 0),
    scanned.at.length,
  );
  const at = new Int32Array(count);
  const stems = new Int32Array(count);
  let next = 0;
  let place = 0;
  for (let line = 0; line < templates.length; line++) {
    const template = templates[line];
    const start = starts[line] ?? 0;
    if (template) {
      const known = template.stems;
      for (let i = 0; i < known.at.length; i++, place++) {
        at[place] = start + (known.at[i] ?? 0);
        stems[place] = known.stems[i] ?? 0;
      }
    } else {
      const end = starts[line + 1] ?? Number.POSITIVE_INFINITY;
      for (; (scanned.at[next] ?? end) < end; next++, place++) {
        at[place] = scanned.at[next] ?? 0;
        stems[place] = scanned.stems[next] ?? 0;
      }
    }
  }
  return { at, stems };
}
