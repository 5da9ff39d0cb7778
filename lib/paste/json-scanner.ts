import words from '../../data/popup-words.json' with { type: 'json' };
import { t } from '../i18n/translate.ts';

/** Names of the tokens that may come next. */
const EXPECTED_TEXT = words.expected;

export type Expect = keyof typeof EXPECTED_TEXT;

/** JSON tokenizer for single code units. Its only state is the nesting. */
export interface JsonScanner {
  /** Consumes one code unit. Returns false, without consuming it, if it is not valid here. */
  take(unit: string): boolean;
  expect(): Expect;
  /** Returns the expected tokens as text: `a comma or }`. */
  expected(): string;
  /**
   * Returns true inside a string, but not after a backslash. Then all units except quotes, backslashes and line breaks
   * can be skipped.
   */
  isInText(): boolean;
}

/** Maximum nesting depth whose bracket kinds are tracked. Real payloads are less deep. */
const MAX_DEPTH = 10_000;

export function createJsonScanner(): JsonScanner {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'start';
  let isKey = false;
  let escaped = false;
  let word = '';

  function take(unit: string): boolean {
    if (expect === 'string') return takeTextUnit(unit);
    if (expect === 'word') {
      if (/[\w.+-]/.test(unit)) {
        word = (word + unit).slice(0, 40);
        return true;
      }
      if (!isJsonWord(word)) return false;
      expect = 'comma';
    }
    if (/[ \n\r\t\ufeff]/.test(unit)) return true;
    if (expect === 'colon') return unit === ':' && setExpected('value');
    if (expect === 'comma')
      return unit === ',' ? setExpected(open.at(-1) === '{' ? 'key' : 'value') : closeBracket(unit);
    if (expect === 'key' || expect === 'first-key') {
      return unit === '"' ? beginText(true) : expect === 'first-key' && closeBracket(unit);
    }
    return (expect === 'first-value' && closeBracket(unit)) || beginValue(unit);
  }

  function takeTextUnit(unit: string): boolean {
    // A line break inside a string: the closing quote is missing on the line before.
    if (unit === '\n') return false;
    if (escaped) escaped = false;
    else if (unit === '\\') escaped = true;
    else if (unit === '"') expect = isKey ? 'colon' : getExpectedAfterValue();
    return true;
  }

  function beginValue(unit: string): boolean {
    if (unit === '"') return beginText(false);
    if (unit === '{' || unit === '[') {
      if (open.length < MAX_DEPTH) open.push(unit);
      return setExpected(unit === '{' ? 'first-key' : 'first-value');
    }
    if (!/[-\dtfn]/.test(unit)) return false;
    word = unit;
    return setExpected('word');
  }

  function beginText(key: boolean): boolean {
    isKey = key;
    escaped = false;
    return setExpected('string');
  }

  function closeBracket(unit: string): boolean {
    if (unit !== (open.at(-1) === '{' ? '}' : ']')) return false;
    open.pop();
    return setExpected(getExpectedAfterValue());
  }

  function setExpected(next: Expect): true {
    expect = next;
    return true;
  }

  const getExpectedAfterValue = (): Expect => (open.length === 0 ? 'start' : 'comma');
  return {
    take,
    expect: () => expect,
    expected: () => t(EXPECTED_TEXT[expect], open.at(-1) === '{' ? '}' : ']'),
    isInText: () => expect === 'string' && !escaped,
  };
}

/** Returns true for numbers and for `true`, `false` and `null`. */
function isJsonWord(word: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word);
}
