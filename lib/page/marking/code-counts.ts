import type { DetectedCode } from '../../detect/detect-request.ts';

/** Identifies a code in a list. Two providers can share a number. */
export interface CodeName {
  code: string;
  /** Key of the best meaning. Null for a code that the catalogue does not know. */
  key: string | null;
}

export interface PageCode extends CodeName {
  count: number;
  /** The ranking of its meanings where the engine is least certain. Omitted if there is only one meaning. */
  meanings?: readonly { key: string; score: number }[];
  /** Number of occurrences without a mark, because one text has too many. */
  unmarked?: number;
}

export const getCodeName = ({
  code,
  meanings,
}: Pick<DetectedCode, 'code' | 'meanings'>): CodeName => ({
  code,
  key: meanings[0]?.key ?? null,
});

/** Returns the field of a listed code for its meanings, if it has several. */
export const getMeanings = ({
  meanings,
}: Pick<DetectedCode, 'meanings'>): Pick<PageCode, 'meanings'> =>
  meanings.length > 1
    ? { meanings: meanings.map(({ key, score }) => ({ key, score })) }
    : {};

/** Returns how far the best meaning is ahead of the next one. */
const getLead = ([best, next]: NonNullable<PageCode['meanings']>) =>
  (best?.score ?? 0) - (next?.score ?? 0);

export class CodeCounts {
  private readonly codes = new Map<string, PageCode>();

  add(hit: Pick<DetectedCode, 'code' | 'meanings' | 'isRepeat'>): void {
    this.count({
      ...getCodeName(hit),
      count: hit.isRepeat ? 0 : 1,
      ...getMeanings(hit),
    });
  }

  /** @param marked False for occurrences that are only counted. */
  count(
    { code, key, count, unmarked = 0, meanings }: PageCode,
    marked = true,
  ): void {
    const name = `${code} ${key}`;
    const known = this.codes.get(name) ?? { code, key, count: 0 };

    known.count += count;

    const rest = (known.unmarked ?? 0) + (marked ? unmarked : count);
    if (rest > 0) known.unmarked = rest;

    if (
      meanings &&
      (!known.meanings || getLead(meanings) < getLead(known.meanings))
    )
      known.meanings = meanings;

    this.codes.set(name, known);
  }

  list(): PageCode[] {
    return [...this.codes.values()];
  }
}
