import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { toEnglishTerms } from './english-terms.ts';
import { stemWord, tokenizeQuery } from './search/tokenize.ts';

describe('words of other languages', () => {
  it.each([
    ['plantilla', 'template'],
    ['bloquearon', 'blocked'],
    ['bloqueadas', 'blocked'],
    ['Empfängernummer', 'recipient'],
    ['şablon', 'template'],
    ['onaylanmadı', 'not approved'],
    ['просроченный', 'expired'],
    ['القالب', 'template'],
    ['בתבנית', 'template'],
    ['demasiados', 'many'],
    ['demasiado', 'too'],
    ['टेम्पलेट', 'template'],
    ['消息无法送达', 'message not delivered'],
    ['24小时窗口', '24 hours window'],
    ['メッセージ', 'message'],
    ['未知错误', 'unknown'],
    ['犬', '犬'],
  ])('%s is %s, whatever its ending', (word, english) => {
    expect(toEnglishTerms(tokenizeQuery(word)[0] ?? '')).toBe(english);
  });

  /** Words of the catalogue that the glossary reads as a synonym. */
  const SAME_SENSE = (
    'addressee antispam arent cannot cant cap capped caps client clients compatible conditions contact contacts controlling couldnt didnt doesnt dont facebook guest ' +
    'hit hsm incorrect isnt jpeg lead mandatory modified msg never non obsolete offer offers operator operators photo picture placeholder placeholders png possible promo ' +
    'quickly reached receiver receivers respond responded several tenant unauthorised unauthorized unavailable unpaid unreachable unregistered unsupported unverified wasnt'
  ).split(' ');

  it('do not collide with words of the catalogue', () => {
    const words = new Set(
      readCatalogue().entries.flatMap(({ title, meaning, aliases = [] }) =>
        [title, meaning, ...aliases].flatMap((text) => tokenizeQuery(text)),
      ),
    );
    const changed = [...words].filter((word) => {
      const english = toEnglishTerms(word);
      return (
        english !== word &&
        !english.includes(stemWord(word).slice(0, 4)) &&
        !SAME_SENSE.includes(word)
      );
    });
    expect(changed).toEqual([]);
  });
});
