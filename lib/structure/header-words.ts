/** Words of headers, in lower case. A space stands for a space, an underscore, a hyphen or nothing. */
export interface HeaderWords {
  /** The whole header. */
  is?: readonly string[];
  /** Whole words at its beginning, at its end, or anywhere. */
  begins?: readonly string[];
  ends?: readonly string[];
  has?: readonly string[];
  /** Also within a word. */
  contains?: readonly string[];
}

const BORDERS: Readonly<
  Record<keyof HeaderWords, readonly [before: string, after: string]>
> = {
  is: ['^', '$'],
  begins: ['^', String.raw`\b`],
  ends: [String.raw`\b`, '$'],
  has: [String.raw`\b`, String.raw`\b`],
  contains: ['', ''],
};

/** Compiles words of headers to one pattern. */
export function compileHeaderWords(words: HeaderWords): RegExp {
  const forms = Object.entries(BORDERS).flatMap(([border, [before, after]]) => {
    const own = words[border as keyof HeaderWords];

    return own ? `${before}(?:${own.join('|')})${after}` : [];
  });

  return new RegExp(forms.join('|').replaceAll(' ', '[ _-]?'), 'iu');
}
