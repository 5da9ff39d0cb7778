import calling from '../../data/calling-codes.json' with { type: 'json' };
import piiPatterns from '../../data/pii-patterns.json' with { type: 'json' };
import table from '../../data/private-forms.json' with { type: 'json' };
import tokenForms from '../../data/token-forms.json' with { type: 'json' };
import { escapeLiteral } from '../detect/literals.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { getWordPattern, type WordList } from './key-vocabulary.ts';

/** Words of keys as words of a sentence. The first ones are also titles in English. */
const capitalize = ([first = '', ...others]: readonly string[]) =>
  [
    first.replace(/(?<=^|\|)(?:from|to|cc|notify|owner)(?=\||$)/g, 'attn'),
    ...others.map((words) =>
      words.replace(
        /(?<=^|\|)\p{Ll}/gu,
        (letter) => `[${letter}${letter.toUpperCase()}]`,
      ),
    ),
  ].join('|');

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
  mentionsAndPeople: `${getWordPattern('mentions')}|${capitalize(piiPatterns.people.words)}`,
};

/** Replaces `<<name>>` by a part or a list of words. */
export const expandForm = (form: string): string =>
  form.replace(/<<(\w+)>>/g, (_, name: string) =>
    expandForm(parts[name] ?? getWordPattern(name as WordList)),
  );
