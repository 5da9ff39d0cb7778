/** Compiles alternatives, each of which can be read alone, to one pattern. */
export const anyOf = (alternatives: readonly RegExp[], flags = ''): RegExp =>
  new RegExp(joinSources(alternatives, '|'), flags);

/** Compiles parts in a row to one pattern. A list of parts stands for any one of them. */
export const joinPatterns = (
  parts: readonly (RegExp | readonly RegExp[])[],
  flags = '',
): RegExp =>
  new RegExp(
    parts
      .map((part) =>
        part instanceof RegExp ? part.source : `(?:${joinSources(part, '|')})`,
      )
      .join(''),
    flags,
  );

const joinSources = (patterns: readonly RegExp[], separator: string): string =>
  patterns.map(({ source }) => source).join(separator);
