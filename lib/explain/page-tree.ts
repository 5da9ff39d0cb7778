import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readLimits } from '../catalogue/limits.ts';
import { numberText } from '../language/translate.ts';
import { codeCount, failureCount, moreText, sumOf } from './counted.ts';
import { againText, type Outcome, outcomeText, triage, turnText, verdictLine } from './verdict-text.ts';

/** One code of a page. */
export interface CodeNode {
  id: string;
  name: { code: string; key: string | null };
  entry: Entry | null;
  count: number;
  /** Number of marked occurrences, which the reader can jump to. */
  places: number;
}

/** Codes of a page with the same outcome and the same person to act. */
export interface GroupNode {
  id: string;
  outcome: Outcome;
  /** The outcome as text: `Retry when fixed`. */
  heading: string;
  /** Who has to act: `Your turn`. Null if there is no verdict. */
  turn: string | null;
  count: number;
  codes: readonly CodeNode[];
}

/** Groups the codes of a page by outcome, then by who has to act, then sorts by frequency. */
export function pageTree(
  codes: readonly { code: string; key: string | null; count: number; unmarked?: number }[],
  catalogue: Catalogue,
): GroupNode[] {
  const nodes = codes.map(({ code, key, count, unmarked = 0 }) => ({
    id: `${code} ${key}`,
    name: { code, key },
    entry: (key && catalogue.byKey.get(key)) || null,
    ambiguous: false,
    count,
    places: count - unmarked,
  }));
  return triage(nodes).flatMap(({ outcome, failures }) =>
    [...Map.groupBy(failures, (node) => turnOf(node, outcome, catalogue))]
      .map(([turn, own]) => ({
        id: `${outcome} ${turn}`,
        outcome,
        heading: outcomeText(outcome),
        turn,
        count: sumOf(own),
        codes: own,
      }))
      .sort((a, b) => b.count - a.count),
  );
}

/** Returns null for successes and unknown codes, because nobody has to act. */
function turnOf({ entry }: { entry: Entry | null }, outcome: Outcome, catalogue: Catalogue): string | null {
  return entry && outcome !== 'fine' ? turnText(entry, catalogue) : null;
}

/** Maximum codes in the summary for screen readers. */
const SPOKEN = 5;

/** Returns a summary for screen readers: `26 failures, 3 codes: 17 × 131056, 8 × 131026, 1 × 131999`. */
export function spokenSum(groups: readonly GroupNode[]): string {
  const codes = groups.flatMap((group) => group.codes).sort((a, b) => b.count - a.count);
  const named = codes.slice(0, SPOKEN).map(({ name, count }) => `${numberText(count)} × ${name.code}`);
  if (codes.length > SPOKEN) named.push(moreText(codes.length - SPOKEN));
  const failures = sumOf(groups.filter(({ outcome }) => outcome !== 'fine'));
  return `${failureCount(failures)}, ${codeCount(codes.length)}: ${named.join(', ')}`;
}

/** Filters a tree by the filters of a query. All other words must occur in the code, its title, its verdict or its next step. */
export function filterTree(
  groups: readonly GroupNode[],
  query: string,
  catalogue: Catalogue,
): readonly GroupNode[] {
  const { rest, isLimited, fits } = readLimits(query, catalogue);
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !isLimited) return groups;
  return groups.flatMap((group) => {
    const codes = group.codes.filter((node) => {
      if (isLimited && !(node.entry && fits(node.entry))) return false;
      const text = textOf(node, group, catalogue);
      return words.every((word) => text.includes(word));
    });
    return codes.length > 0 ? [{ ...group, codes, count: sumOf(codes) }] : [];
  });
}

function textOf({ name, entry }: CodeNode, { heading }: GroupNode, catalogue: Catalogue): string {
  const said = entry
    ? [
        entry.title,
        verdictLine(entry, catalogue).line,
        againText(entry),
        entry.next,
        catalogue.apiName(entry),
      ]
    : [];
  return [name.code, entry?.subcode, heading, ...said].join('\n').toLowerCase();
}
