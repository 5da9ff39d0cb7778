/**
 * A pattern that is made when it is first asked. The build writes those with `\p{…}` so (`build/late-patterns.ts`): a browser spends more
 * on reading these few than on the rest of the engine, and a page needs hardly any of them.
 */
export class LatePattern {
  readonly source: string;
  readonly flags: string;
  private made: RegExp | null = null;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  test(text: string): boolean {
    return this.pattern().test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.pattern().exec(text);
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    return text.match(this.pattern());
  }

  [Symbol.replace](text: string, replacement: string): string {
    return text.replace(this.pattern(), replacement);
  }

  [Symbol.search](text: string): number {
    return text.search(this.pattern());
  }

  [Symbol.split](text: string, limit?: number): string[] {
    return text.split(this.pattern(), limit);
  }

  private pattern(): RegExp {
    this.made ??= new RegExp(this.source, this.flags);
    return this.made;
  }
}
