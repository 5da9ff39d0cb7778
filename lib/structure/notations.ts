import notations from '../../data/notations.json' with { type: 'json' };

/** A pattern, or words in lower case, in which `*` is an ending. */
type DataForm =
  | { form: string; flags: string }
  | { words: readonly string[]; as: string };

/** What is beside a word: nothing, no letter of a name, or no letter. */
const BOUNDARIES: Readonly<Record<string, readonly [string, string]>> = {
  text: ['^', '$'],
  start: ['^', String.raw`(?![\p{L}_])`],
  word: [String.raw`(?<![\p{L}_])`, String.raw`(?![\p{L}_])`],
  part: [String.raw`(?<!\p{L})`, String.raw`(?!\p{L})`],
};
const ENDING = String.raw`\p{L}{0,8}`;
/** Scripts that are written without spaces, or, as Korean, with endings. */
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Compiles words to a pattern that ignores case. Those of a script without spaces have no boundaries within a text. */
export function compileWords(words: readonly string[], as: string): RegExp {
  const [before = '', after = ''] = BOUNDARIES[as] ?? [];
  const isOpen = (word: string) => as !== 'text' && SPACELESS.test(word);

  const bounded = words.filter((word) => !isOpen(word)).map(toSource);
  const open = words.filter(isOpen).map(toSource);

  return new RegExp(
    `(?:${[`${before}(?:${bounded.join('|')})${after}`, ...open].join('|')})`,
    'iu',
  );
}

const toSource = (word: string): string =>
  word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', ENDING);

/**
 * Compiles the named forms of a table of data.
 *
 * @param expand Replaces `<<name>>` in a form.
 */
export const compileForms = <Name extends string>(
  forms: Readonly<Record<Name, DataForm>>,
  expand: (form: string) => string,
) =>
  Object.fromEntries(
    Object.entries<DataForm>(forms).map(([name, one]) => [
      name,
      'words' in one
        ? compileWords(one.words, one.as)
        : new RegExp(expand(one.form), one.flags),
    ]),
  ) as Readonly<Record<Name, RegExp>>;

/** Replaces each `<<name>>` in a form by its part, which may contain others. */
export const expandParts = (
  form: string,
  parts: Readonly<Record<string, string>>,
): string =>
  form.replace(/<<(\w+)>>/g, (_, name: string) =>
    expandParts(parts[name] ?? '', parts),
  );

export const NOTATIONS = compileForms(notations.forms, (form) =>
  expandParts(form, {
    ...notations.parts,
    copula: notations.forms.copula.words.join('|'),
  }),
);
