import calling from '../../data/calling-codes.json' with { type: 'json' };
import table from '../../data/private-forms.json' with { type: 'json' };
import tokenForms from '../../data/token-forms.json' with { type: 'json' };
import { escapeLiteral } from '../detect/literals.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { getWordPattern, type WordList } from './key-vocabulary.ts';

/** What tokens begin with, and the number of word characters that must follow. */
type TokenBeginnings = Readonly<Record<string, number>>;

const toPatterns = (beginnings: TokenBeginnings): string[] =>
  Object.entries(beginnings).map(([beginning, least]) => {
    const literal = escapeLiteral(beginning);

    // Behind a hyphen, words with hyphens are no token: `key-value-pair`.
    const character = beginning.endsWith('-') ? '\\w' : '[\\w-]';

    return least > 0 ? `${literal}(?=${character}{${least}})` : literal;
  });

const parts: Readonly<Record<string, string>> = {
  ...table.parts,
  fieldSign: FIELD_SIGN,
  tokenBeginnings: [tokenForms.gitleaks, tokenForms.added]
    .flatMap(({ beginnings, patterns }) => [
      ...Object.values<TokenBeginnings>(beginnings).flatMap(toPatterns),
      ...Object.values(patterns).flat(),
    ])
    .join('|'),
  regions: calling.codes.list
    .flatMap((line) => line.match(/[A-Z]{2}(?= |$)/g) ?? [])
    .join('|'),
};

/** Replaces `<<name>>` by a part or a list of words. */
export const expandForm = (form: string): string =>
  form.replace(/<<(\w+)>>/g, (_, name: string) =>
    expandForm(parts[name] ?? getWordPattern(name as WordList)),
  );
