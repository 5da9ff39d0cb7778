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
  /** So many of them are underlined, and can be gone to. */
  places: number;
}

/** The codes of a page that ask for the same of the same. */
export interface GroupNode {
  id: string;
  outcome: Outcome;
  /** `Retry when fixed`. */
  heading: string;
  /** `Your turn`; null where no verdict says. */
  turn: string | null;
  count: number;
  codes: readonly CodeNode[];
}

/** The codes of a page by what can be done now, then by whose turn it is, then by how often they stand there. */
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

/** What reports a success or is not known is nobody's turn. */
function turnOf({ entry }: { entry: Entry | null }, outcome: Outcome, catalogue: Catalogue): string | null {
  return entry && outcome !== 'fine' ? turnText(entry, catalogue) : null;
}

/** So many codes are named to those who hear a page. */
const SPOKEN = 5;

/** `26 failures, 3 codes: 17 × 131056, 8 × 131026, 1 × 131999`, for those who hear it. */
export function spokenSum(groups: readonly GroupNode[]): string {
  const codes = groups.flatMap((group) => group.codes).sort((a, b) => b.count - a.count);
  const named = codes.slice(0, SPOKEN).map(({ name, count }) => `${numberText(count)} × ${name.code}`);
  if (codes.length > SPOKEN) named.push(moreText(codes.length - SPOKEN));
  const failures = sumOf(groups.filter(({ outcome }) => outcome !== 'fine'));
  return `${failureCount(failures)}, ${codeCount(codes.length)}: ${named.join(', ')}`;
}

/** What is left of a tree within the limits of a query, where every other word of it stands in the code, its title, its verdict or its next step. */
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
