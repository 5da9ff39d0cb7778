import { anyOf, joinPatterns } from '../core/pattern-parts.ts';
import { splitLines } from './lines.ts';

/** Longer beginnings are text. */
const MAX_PREFIX_UNITS = 160;
/** The rest of a longer line is not waited for. */
const MAX_WAITING_UNITS = 1 << 14;
/** What the prefix of a line has: the name of a process, or the stroke of a box. */
const NAME_OR_STROKE = /[\p{L}\d|│┃>#]/u;
/** The end of a prefix before the frames of a stack: `app-1  | `, `node[812]: `. Else it has a time. */
const SIGN_AT_END = /[|│┃:\])>]\s?$/;
const CLOCK_TIME = /\d\d:\d\d:\d\d/;
/** The end of a line whose object or list goes on below. */
const OPENING = /[{[(]\s?$/;
const FRAME = anyOf([/^\s{1,40}at /, /^\s{1,40}File "/, /^\s{1,40}\.\.\. \d/]);
/** Most texts have none of these, and are not read line by line. */
const CONTINUED = anyOf([
  /[{[(]\s?\n/,
  /\s(?:at |File "|\.\.\. \d)/,
  /\n\{"log":"/,
]);
/** A line of a program in a file that Docker writes. */
const DOCKER_LINE = joinPatterns(
  [
    /^\{"log":/,
    /("(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[\da-f]{4}){0,8000}")/u,
    /,"stream":"\w{1,9}","time":"([^"\s]{1,40})"\}$/,
  ],
  'u',
);
const CONTINUATION = /^[\s}\])]/;
const TRACEBACK = /Traceback \(most recent call last\)/;

/** The prefix of the lines that continue an entry. */
interface Block {
  prefix: string;
  /** True for a traceback, which ends with the line of its exception. */
  isTraceback: boolean;
}

const isDigit = (unit: string | undefined) =>
  unit !== undefined && unit >= '0' && unit <= '9';

/** Counts the units with which two lines begin alike. Digits differ between times and between process ids. */
export function countAlikeUnits(one: string, other: string): number {
  const limit = Math.min(one.length, other.length, MAX_PREFIX_UNITS);
  let at = 0;

  while (
    at < limit &&
    (one[at] === other[at] || (isDigit(one[at]) && isDigit(other[at])))
  )
    at++;

  return at;
}

/**
 * Returns what removes the prefix that Docker Compose, journald, Heroku, pm2 and others write before each line of a program,
 * from the lines that continue an entry: the members of an object, the frames of a stack. The first line keeps it, because a
 * time or a name may be in it. Holds back the line at the end of a chunk until the next one shows where it ends.
 */
export function createPrefixRemover(): (
  chunk: string,
  isLast: boolean,
) => string {
  const { readLines, forget } = createLineReader();
  let waiting = '';

  return (chunk, isLast) => {
    const text = waiting + chunk;
    const end = isLast ? text.length : text.lastIndexOf('\n') + 1;
    const read = readLines(text.slice(0, end));
    const rest = text.slice(end);
    const isTooLong = rest.length > MAX_WAITING_UNITS;

    waiting = isTooLong ? '' : rest;
    if (!isTooLong) return read;

    forget();

    return read + rest;
  };
}

function createLineReader() {
  let above = '';
  let block: Block | null = null;

  function readLine(written: string): string {
    const line = unwrapLine(written);
    const rest = block && readContinuation(line, block);

    if (rest === null) block = openBlock(above, line);
    else if (endsTraceback(rest, block)) block = null;

    above = line;

    return rest ?? line.slice(block?.prefix.length ?? 0);
  }

  return {
    readLines(text: string): string {
      if (text === '') return '';

      const lineEnd = text.endsWith('\n') ? '\n' : '';
      const lines = text.slice(0, text.length - lineEnd.length);
      const hasBlocks = block || CONTINUED.test(`${above}\n${text}`);
      if (hasBlocks)
        return splitLines(lines).map(readLine).join('\n') + lineEnd;

      above = lines.slice(lines.lastIndexOf('\n') + 1);

      return text;
    },
    forget(): void {
      above = '';
      block = null;
    },
  };
}

/** Returns a line of Docker's `json-file` driver as its other drivers print it, with its time before it. */
function unwrapLine(line: string): string {
  const [, log, time] = DOCKER_LINE.exec(line) ?? [];

  return log ? `${time} ${JSON.parse(log).trimEnd()}` : line;
}

/** Returns a line of a block without its prefix, or null if the line does not continue it. */
function readContinuation(line: string, block: Block): string | null {
  const { prefix, isTraceback } = block;
  if (line !== '' && line === prefix.trimEnd()) return '';
  if (countAlikeUnits(line, prefix) < prefix.length) return null;

  const rest = line.slice(prefix.length);

  return isTraceback || CONTINUATION.test(rest) ? rest : null;
}

/** A traceback ends with the line of its exception, which is not indented. */
const endsTraceback = (rest: string, block: Block | null): boolean =>
  block?.isTraceback === true && /^\S/.test(rest);

/** Returns the block that a line continues, if it has the prefix of the line above and is indented or closed after it. */
function openBlock(above: string, line: string): Block | null {
  const length = countAlikeUnits(above, line);
  const prefix = line.slice(0, length);
  const rest = line.slice(length);
  if (!NAME_OR_STROKE.test(prefix) || !CONTINUATION.test(rest)) return null;

  const isSure = SIGN_AT_END.test(prefix) || CLOCK_TIME.test(prefix);
  const isOpened = OPENING.test(above) || (isSure && FRAME.test(rest));

  return isOpened ? { prefix, isTraceback: TRACEBACK.test(above) } : null;
}
