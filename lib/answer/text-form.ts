import { selectSignificantWords } from '../catalogue/search/tokenize.ts';
import { anyOf } from '../core/pattern-parts.ts';
import { matchCountedList } from '../structure/counted-line.ts';

/** Length in UTF-16 units above which a text is a payload, log or message rather than a query. */
const MIN_TEXT_UNITS = 80;
/** Maximum length of a text whose words are searched: a one-line question, or a title below a message state. */
const MAX_WORDS_UNITS = 300;

/**
 * A list or an object, a value after its key or attribute (`"code" => 131_049`, `code="515"`), pairs of a collection, a form
 * (`a=1&b=2`), a number in fields, or a time.
 */
const STRUCTURE = anyOf([
  /[{[].{0,80}["':]/,
  /["']\s?[:=]/,
  /\w=["']/,
  /\d\s?=>\s?\d/,
  /[[({][[({]\d+(?:,\s?| \. )\d+[\])}]/,
  /[[{]\d{5,7}(?: [x×] |-)\d{1,4}[,\]}]/,
  /\{\d+\s\d+[,}]/,
  /=[^\s&=]{0,80}&\w{1,40}=/,
  /^(?:\W{0,4}\d{5,7}\W{1,4}\d{1,4}(?!\d)){3}/,
  /\d\|\d{8}/,
  // The time or date of a line of a log, which nobody searches for.
  /(?<!\d)[0-2]?\d:[0-5]\d(?!\d)/,
  /(?<!\d)\d{4}[-/]\d\d[-/]\d\d(?!\d)/,
  /(?<!\d)\d\d?[./-]\d\d?[./-]\d{4}(?!\d)/,
]);
const FILTER = /(?:^|\s)(?:provider|owner|turn|retry|class):\S/i;
const LABEL = /^(?:err|error|code|status)$/i;
/** An object without words: `{"campaign_id":5,"status":"PAUSED"}`. */
const WORDLESS =
  /^\s*\{(?![\s\S]{0,300}(?:err|fail|:\s?["'][^"':,{}]{2,80}\s[^"']{2}))/i;

export function isPayload(text: string): boolean {
  // Trim only short texts, since trimming copies megabytes.
  const trimmed = text.length > 10 * MIN_TEXT_UNITS ? text : text.trim();

  return (
    trimmed.length > MIN_TEXT_UNITS ||
    /[\r\n]/.test(trimmed) ||
    STRUCTURE.test(trimmed)
  );
}

/** Returns true for a payload, counted codes, and a sentence with a number or symbol that may be a code. */
export function isText(text: string): boolean {
  if (isPayload(text) || matchCountedList(text)) return true;

  const words = (text.match(/\p{L}{2,}/gu) ?? []).filter(
    (word) => !LABEL.test(word),
  );

  // `131026 and 131042` are two codes.
  const isSaid =
    selectSignificantWords(words.map((word) => word.toLowerCase())).length > 0;

  const hasNumber = isSaid && /(?<![\p{L}\d_-])\d{3,}/u.test(text);

  const hasSymbol =
    words.length > 1 && words.some((word) => /^[A-Z]{5,}$/.test(word));

  return (hasNumber || hasSymbol) && !FILTER.test(text);
}

/** Returns true for one line, and for a few that ask something: what people write in a chat. */
export const isShortQuestion = (text: string): boolean =>
  text.length <= MAX_WORDS_UNITS &&
  !WORDLESS.test(text) &&
  (!/[\r\n]/.test(text.trim()) || /[\p{L}\d)][?？؟](?!\S)/u.test(text));

export const findMessageId = (text: string): string | null =>
  /^["'\s]*(wamid\.[\w+/-]{8,400}={0,2})["',\s]*$/.exec(text)?.[1] ?? null;
