import type { CodeIndex } from '../lib/detect/code-index.ts';
import { detect, isStrong } from '../lib/detect/detect.ts';
import { formOf } from '../lib/detect/form.ts';
import type { Evidence, Hit } from '../lib/detect/hit.ts';
import { STRONG_ODDS, sumOf } from '../lib/detect/score.ts';
import type { CorpusLine } from './corpus.ts';
import { familyOf } from './family-of.ts';

/** What one rule, or one cue word of a rule, carries: right hits that would be none without it. */
export interface Carried {
  rule: string;
  /** As it was met, in lower case; null for the rule as a whole. */
  word: string | null;
  /** Right hits that it spoke for. */
  met: number;
  /** Of these, how many would be no hit without it. */
  carries: number;
  /** Where those were found, each once, sorted. */
  sources: string[];
}

/** These name no one source. */
const ANY_SOURCE = new Set(['public repository file', 'made', 'none']);

/**
 * Takes each rule, and each cue word that a rule met, out of the evidence of every right hit, and tells which hits that would cost. What
 * carries hits of one source only may have been fitted to it. No rule looks for a second word here, so a word carries this much at most.
 *
 * @returns Rules first, then words; what carries most comes first.
 */
export function ablate(lines: readonly CorpusLine[], index: CodeIndex): Carried[] {
  const carried = new Map<string, Omit<Carried, 'sources'> & { sources: Set<string> }>();
  for (const line of lines) {
    if (line.ambiguous) continue;
    const source = ANY_SOURCE.has(line.source ?? 'none') ? line.id : (line.source ?? line.id);
    for (const hit of detect(line.text, index, line.host ? { host: line.host } : {})) {
      const right = line.codes.some(({ start, end }) => start === hit.start && end === hit.end);
      if (!right || !isStrong(hit)) continue;
      for (const evidence of hit.evidence) {
        if (evidence.weight < 0) continue;
        const falls = oddsWithout(hit, evidence) < STRONG_ODDS;
        for (const word of [null, (evidence.text ?? '').toLowerCase()]) {
          const key = JSON.stringify([evidence.rule, word]);
          const one = carried.get(key) ?? {
            rule: evidence.rule,
            word,
            met: 0,
            carries: 0,
            sources: new Set(),
          };
          carried.set(key, one);
          one.met++;
          if (!falls) continue;
          one.carries++;
          one.sources.add(source);
        }
      }
    }
  }
  return [...carried.values()]
    .map((one) => ({ ...one, sources: [...one.sources].sort() }))
    .sort((a, b) => Number(a.word !== null) - Number(b.word !== null) || b.carries - a.carries);
}

function oddsWithout(hit: Hit, left: Evidence): number {
  const kind = /^-?\d+$/.test(hit.code) ? 'number' : /^\d+-\d+$/.test(hit.code) ? 'range' : 'symbol';
  const found = hit.evidence
    .filter((evidence) => evidence !== left)
    .map((evidence) => ({ family: familyOf(evidence.rule), evidence }));
  return sumOf(formOf({ code: hit.code, kind, meanings: hit.meanings }), found);
}

/** Rules and words that carry hits of one source only, and rules that carry none. */
export function ablationReport(carried: readonly Carried[]): string {
  const rules = carried.filter(({ word }) => word === null);
  const narrow = carried.filter(({ sources }) => sources.length === 1);
  const rows = narrow.map(
    ({ rule, word, met, carries, sources }) =>
      `  ${rule.padEnd(20)} ${(word ?? '(the rule)').slice(0, 24).padEnd(24)} met ${String(met).padStart(4)}  carries ${String(carries).padStart(3)}  ${sources[0]}`,
  );
  const idle = rules.filter(({ carries }) => carries === 0).map(({ rule, met }) => `${rule} (${met})`);
  return [
    `carry hits of one source only: ${narrow.length} of ${carried.length}`,
    ...rows,
    `rules that carry none, with the hits they spoke for: ${idle.join(', ') || '-'}`,
  ].join('\n');
}
