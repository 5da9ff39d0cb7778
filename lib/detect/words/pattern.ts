import { GLUING, lettersOf, scriptsOf, scriptsOfWord } from './scripts.ts';

/** Scripts that write without spaces, or glue articles and particles to a word: no boundary can be asked for. */
const isGluing = (word: string) => (scriptsOfWord(word) & GLUING) !== 0;

/** A word list as it is written here: commas separate, line breaks do not matter. */
export function words(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/**
 * One alternation of a word list, longest word first. A space stands for any run of blanks or hyphens, a `*` for
 * any ending (`ошибк*`). Latin, Cyrillic and Indic words must stand free.
 */
export function anyOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  const free = sorted.filter((word) => !isGluing(word));
  const glued = sorted.filter(isGluing).map(source);
  // One class for all endings: classes are what takes long to compile.
  const open = free.filter((word) => word.endsWith('*')).map((word) => source(word.slice(0, -1)));
  const whole = free.filter((word) => !word.endsWith('*')).map(source);
  const choice = [...(open.length > 0 ? [`(?:${open.join('|')})${ENDING}`] : []), ...whole].join('|');
  const parts = [
    ...(choice === '' ? [] : [`(?<![\\p{L}\\p{M}])(?:${choice})(?![\\p{L}\\p{M}])`]),
    ...(glued.length > 0 ? [`(?:${glued.join('|')})`] : []),
  ];
  return parts.length === 0 ? '(?!)' : `(?:${parts.join('|')})`;
}

const ENDING = '[\\p{L}\\p{M}]{0,6}';

/** Every pattern there is, to be compiled ahead of time. */
export const PATTERNS: Pattern[] = [];

/** Makes an alternation of a word list. */
type AnyOf = (words: readonly string[]) => string;

/** A pattern over words of many languages. */
export interface Pattern {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  /** Every match; the pattern has to be global. */
  matchAll(text: string): RegExpExecArray[];
}

/**
 * A pattern that is compiled when first needed, and only with the words that a text in its scripts can hold: most texts
 * are ASCII, and then the pattern is small.
 *
 * @param build Makes the source. `\\p{L}`, `\\p{M}` and `\\p{N}` may stand in it inside classes only.
 */
export function patternOf(build: (any: AnyOf) => string, flags = 'i'): Pattern {
  const compiled = new Map<number, RegExp>();
  const compile = (scripts: number): RegExp => {
    const fits = (word: string) => (scriptsOfWord(word) & ~scripts) === 0;
    const source = build((words) => anyOf(words.filter(fits)))
      .replaceAll('\\p{L}', lettersOf(scripts))
      .replaceAll('\\p{M}', '')
      .replaceAll('\\p{N}', '0-9');
    const pattern = new RegExp(source, flags);
    compiled.set(scripts, pattern);
    return pattern;
  };
  const patternFor = (text: string): RegExp => {
    const scripts = scriptsOf(text);
    const pattern = compiled.get(scripts) ?? compile(scripts);
    // A global one remembers where it was.
    pattern.lastIndex = 0;
    return pattern;
  };
  const made: Pattern = {
    test: (text) => patternFor(text).test(text),
    exec: (text) => patternFor(text).exec(text),
    // `String.matchAll` compiles a copy for each call.
    matchAll(text) {
      const pattern = patternFor(text);
      const matches: RegExpExecArray[] = [];
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        matches.push(match);
        if (match[0] === '') pattern.lastIndex++;
      }
      return matches;
    },
  };
  PATTERNS.push(made);
  return made;
}

function source(word: string): string {
  return word
    .replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
    .replace(/ /g, '[\\s\\-_]{1,3}')
    .replace(/\*/g, '\\S{0,6}');
}

/** Punctuation and markup that may stand between a cue and its number. */
const GLUE = '[\\s:：=#＃"\'`*_()（）\\[\\]«»“”„‘’「」『』<>|\\-–—~\\\\/•·⚠\\u200e\\u200f]';
/** Little words between a cue and its number: `error number 131047`, `código de error como 63016`. */
const LINKS =
  '(?:(?:number|no\\.?|nr\\.?|n[°º]|num|num[eé]ro|número|nummer|номер|№|nomor|nombor|numara|numaralı|رقم|نمبر|नंबर|संख्या|নম্বর|番号|编号|編號|번호|is|was|of|like|as|e\\.g\\.|i\\.e\\.|de|do|del|como|ex\\.?|ej\\.?|é|es|wie|z\\.B\\.|comme|est|come|è|как|gibi|seperti|handles?|such as|including|includes?|are|incluyen|incluem|set to|equal to|equals|definido como|definida como|igual a|gesetzt auf|value|valor|with|com|con|mit|avec|Meta|WhatsApp|Graph|Cloud API|API|Twilio)(?![\\p{L}])\\.?|رقم|番号|编号|編號|번호)';

/** The cue ends right before the number, but for punctuation and at most two little words. Match against the text on the left. */
export function endsWithCue(words: readonly string[]): Pattern {
  return patternOf((any) => `(${any(words)})${GLUE}{0,8}(?:${LINKS}${GLUE}{0,6}){0,2}$`);
}

/** The cue follows the number at once. Match against the text on the right. */
export function startsWithCue(words: readonly string[]): Pattern {
  return patternOf((any) => `^[\\s"'\`*_)\\]\\-–—:]{0,5}(${any(words)})`);
}
