/** Scripts that write without spaces, or glue articles and particles to a word: no boundary can be asked for. */
const GLUING =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}]/u;

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
  const free = sorted.filter((word) => !GLUING.test(word)).map(source);
  const glued = sorted.filter((word) => GLUING.test(word)).map(source);
  const parts = [
    ...(free.length > 0 ? [`(?<![\\p{L}\\p{M}])(?:${free.join('|')})(?![\\p{L}\\p{M}])`] : []),
    ...(glued.length > 0 ? [`(?:${glued.join('|')})`] : []),
  ];
  return `(?:${parts.join('|')})`;
}

function source(word: string): string {
  return word
    .replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
    .replace(/ /g, '[\\s\\-_]{1,3}')
    .replace(/\*/g, '[\\p{L}\\p{M}]{0,6}');
}

/** Punctuation and markup that may stand between a cue and its number. */
const GLUE = '[\\s:：=#＃"\'`*_()（）\\[\\]«»“”„‘’「」『』<>|\\-–—~\\\\/•·⚠\\u200e\\u200f]';
/** Little words between a cue and its number: `error number 131047`, `código de error como 63016`. */
const LINKS =
  '(?:(?:number|no\\.?|nr\\.?|n[°º]|num|num[eé]ro|número|nummer|номер|№|nomor|nombor|numara|numaralı|رقم|نمبر|नंबर|संख्या|নম্বর|番号|编号|編號|번호|is|was|of|like|as|e\\.g\\.|i\\.e\\.|de|do|del|como|ex\\.?|ej\\.?|é|es|wie|z\\.B\\.|comme|est|come|è|как|gibi|seperti|handles?|such as|including|includes?|are|incluyen|incluem|set to|equal to|equals|definido como|definida como|igual a|gesetzt auf|value|valor|with|com|con|mit|avec|Meta|WhatsApp|Graph|Cloud API|API|Twilio)(?!\\p{L})\\.?|رقم|番号|编号|編號|번호)';

/** The cue ends right before the number, but for punctuation and at most two little words. Match against the text on the left. */
export function endsWithCue(words: readonly string[]): RegExp {
  return new RegExp(`(${anyOf(words)})${GLUE}{0,8}(?:${LINKS}${GLUE}{0,6}){0,2}$`, 'iu');
}

/** The cue follows the number at once. Match against the text on the right. */
export function startsWithCue(words: readonly string[]): RegExp {
  return new RegExp(`^[\\s"'\`*_)\\]\\-–—:]{0,5}(${anyOf(words)})`, 'iu');
}
