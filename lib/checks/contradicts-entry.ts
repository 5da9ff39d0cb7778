import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readExplainedLine } from './audit/explained-line.ts';
import { findMeaningsWithoutSubcode, findMeant } from './audit/find-meant.ts';

/**
 * Returns true if a line or tab-separated row surely gives the common code at its start the meaning of another.
 *
 * @param start An offset in the line.
 */
export function contradictsEntry(
  text: string,
  start: number,
  key: EntryKey,
  catalogue: Catalogue,
): boolean {
  const said = readExplainedLine(text, start);
  const common = new Set<string>(catalogue.mostCommon.map((one) => one.key));
  if (!said || !common.has(key)) return false;

  const { code, phrases } = said;

  const { known } = findMeaningsWithoutSubcode(code, catalogue);
  if (known[0]?.key !== key) return false;

  const statement = {
    code,
    phrases,
    labels: [],
    group: [code],
    sharers: new Set([code]),
  };

  const other = findMeant(statement, known, catalogue)?.other;

  return other != null && common.has(other.key);
}
