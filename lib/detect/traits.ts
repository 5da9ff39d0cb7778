import { mayContinue } from './facts-beside.ts';
import { isBalanced } from './key.ts';
import { mayHead } from './layout.ts';
import { separatorOf } from './separators.ts';

/** What other lines need to know of a line. */
export interface Traits {
  /** It may be a row of a table. */
  readonly separated: boolean;
  /** It may hold the headings of a table. */
  readonly heads: boolean;
  /** There may be a constant in it. */
  readonly names: boolean;
  /** Its begin tells nothing of a candidate at the end of the line before. */
  readonly plain: boolean;
  /** It begins with a sign that ends what stands in the line before. */
  readonly closed: boolean;
  /** No word goes on in it from the line before. */
  readonly apart: boolean;
  /** No brace is opened in it that is not closed. */
  readonly balanced: boolean;
}

export function traitsOf(line: string): Traits {
  return new LineTraits(line);
}

/** Each is told when first asked for: of most lines that come once nobody asks. */
class LineTraits implements Traits {
  private readonly line: string;
  private ownSeparated: boolean | null = null;
  private ownHeads: boolean | null = null;
  private ownNames: boolean | null = null;
  private ownPlain: boolean | null = null;
  private ownClosed: boolean | null = null;
  private ownApart: boolean | null = null;
  private ownBalanced: boolean | null = null;

  constructor(line: string) {
    this.line = line;
  }

  get separated(): boolean {
    this.ownSeparated ??= separatorOf(this.line) !== null;
    return this.ownSeparated;
  }

  get heads(): boolean {
    this.ownHeads ??= mayHead(this.line);
    return this.ownHeads;
  }

  get names(): boolean {
    this.ownNames ??= /[A-Z\d]_[A-Z\d]/.test(this.line);
    return this.ownNames;
  }

  get plain(): boolean {
    this.ownPlain ??= !mayContinue(this.line.slice(0, 24));
    return this.ownPlain;
  }

  get closed(): boolean {
    this.ownClosed ??= /^[\d[{(#+.,/\\]/.test(this.line);
    return this.ownClosed;
  }

  get apart(): boolean {
    this.ownApart ??= /^(?:\s{3}|\s{0,2}[^\s\p{L}\p{M}_-])/u.test(this.line);
    return this.ownApart;
  }

  get balanced(): boolean {
    this.ownBalanced ??= isBalanced(this.line);
    return this.ownBalanced;
  }
}
