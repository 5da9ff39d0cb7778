import type { DetectedCode } from '../../detect/detect-request.ts';
import type { CodeName, PageCode } from './page-api.ts';

export const getCodeName = ({ code, meanings }: Pick<DetectedCode, 'code' | 'meanings'>): CodeName => ({
  code,
  key: meanings[0]?.key ?? null,
});

/** Counts distinct codes, in order of first appearance. */
export class CodeCounts {
  private readonly codes = new Map<string, PageCode>();

  add(hit: Pick<DetectedCode, 'code' | 'meanings' | 'isRepeat'>): void {
    this.count({ ...getCodeName(hit), count: hit.isRepeat ? 0 : 1 });
  }

  /** @param marked False for occurrences that are only counted. */
  count({ code, key, count }: PageCode, marked = true): void {
    const name = `${code} ${key}`;
    const known = this.codes.get(name) ?? { code, key, count: 0 };
    known.count += count;
    if (!marked) known.unmarked = (known.unmarked ?? 0) + count;
    this.codes.set(name, known);
  }

  list(): PageCode[] {
    return [...this.codes.values()];
  }
}
