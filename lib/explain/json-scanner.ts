import words from '../../data/popup-words.json' with { type: 'json' };
import { t } from '../language/translate.ts';

/** What may come next in a piece of JSON, in words. */
const EXPECTED_TEXT = words.expected;

export type Expect = keyof typeof EXPECTED_TEXT;

/** JSON unit by unit: remembers nothing but how it is nested. */
export interface JsonScanner {
  /** Takes one unit; false where it cannot stand there, and then it is not taken. */
  take(unit: string): boolean;
  expect(): Expect;
  /** In words: `a comma or }`. */
  expected(): string;
  /** Within a text, and not behind a backslash: whatever is no quote, backslash or line break can be passed over. */
  isInText(): boolean;
}

/** Deeper than any payload; what a hostile paste nests beyond it is not told apart. */
const DEEPEST = 10_000;

export function openJsonScanner(): JsonScanner {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'start';
  let isKey = false;
  let escaped = false;
  let word = '';

  function take(unit: string): boolean {
    if (expect === 'string') return inText(unit);
    if (expect === 'word') {
      if (/[\w.+-]/.test(unit)) {
        word = (word + unit).slice(0, 40);
        return true;
      }
      if (!isWord(word)) return false;
      expect = 'comma';
    }
    if (/[ \n\r\t\ufeff]/.test(unit)) return true;
    if (expect === 'colon') return unit === ':' && go('value');
    if (expect === 'comma') return unit === ',' ? go(open.at(-1) === '{' ? 'key' : 'value') : close(unit);
    if (expect === 'key' || expect === 'first-key') {
      return unit === '"' ? beginText(true) : expect === 'first-key' && close(unit);
    }
    return (expect === 'first-value' && close(unit)) || beginValue(unit);
  }

  function inText(unit: string): boolean {
    // A line break within a text: its end was lost on the line before.
    if (unit === '\n') return false;
    if (escaped) escaped = false;
    else if (unit === '\\') escaped = true;
    else if (unit === '"') expect = isKey ? 'colon' : afterValue();
    return true;
  }

  function beginValue(unit: string): boolean {
    if (unit === '"') return beginText(false);
    if (unit === '{' || unit === '[') {
      if (open.length < DEEPEST) open.push(unit);
      return go(unit === '{' ? 'first-key' : 'first-value');
    }
    if (!/[-\dtfn]/.test(unit)) return false;
    word = unit;
    return go('word');
  }

  function beginText(key: boolean): boolean {
    isKey = key;
    escaped = false;
    return go('string');
  }

  function close(unit: string): boolean {
    if (unit !== (open.at(-1) === '{' ? '}' : ']')) return false;
    open.pop();
    return go(afterValue());
  }

  function go(next: Expect): true {
    expect = next;
    return true;
  }

  const afterValue = (): Expect => (open.length === 0 ? 'start' : 'comma');
  return {
    take,
    expect: () => expect,
    expected: () => t(EXPECTED_TEXT[expect], open.at(-1) === '{' ? '}' : ']'),
    isInText: () => expect === 'string' && !escaped,
  };
}

/** Numbers and the three words of JSON. */
function isWord(word: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word);
}
