import { FORMS } from './value-forms.ts';

/** Returns true for words that say something about a key, and are no value of it: `is invalid`, `token_expired`. */
export function isStatement(written: string, isInQuotes = false): boolean {
  const isSeveralWords = /\s/.test(written.trim());
  if (isSeveralWords && /^[,;.:)]/.test(written)) return true;

  // `my_token_for_home` is a secret, `token_expired` a statement. `correct horse battery staple` is a secret.
  const value = written
    .replace(/(?<=[_ ])tokens?(?=[_ ])/i, '')
    .replace(/^correct (?=.* .* )/, '');

  if (!isSeveralWords)
    return FORMS.statement.test(value) && FORMS.bareWord.test(value);

  return (isInQuotes ? FORMS.statementInQuotes : FORMS.statement).test(value);
}
