import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import { decodeReferences } from './decode-references.ts';

/** A number with its type around it: `Int32(412)`, `NumberLong("131047")`, `np.int64(412)`, `Decimal('412')`. */
const TYPED_NUMBER = joinPatterns(
  [
    /(?<![\w.])(?:[a-z]{1,8}\.)?/,
    [
      /u?int(?:eger)?/,
      /number(?:int|long|decimal)?/,
      /long|short|big(?:int)?/,
      /float|double|decimal/,
    ],
    /(?:8|16|32|64|128)?/,
    /\((?<quote>["']?)(?<number>-?\d{1,20})(?:\.0)?\k<quote>\)/,
  ],
  'gi',
);

/** What PHP's `serialize` writes: the head of a list or an object, its end, a number, a string, nothing. */
const SERIALIZED = anyOf(
  [
    /(?<head>a:\d{1,9}:\{|O:\d{1,9}:"[\w\\]{1,200}":\d{1,9}:\{)/,
    /(?<tail>\})/,
    /[idb]:(?<number>-?[\d.]{1,30});/,
    /s:\d{1,9}:(?<text>"(?:[^"]|"(?!;)){0,10000}");/,
    /(?<nothing>N);/,
  ],
  'y',
);
const SERIALIZED_HEAD = /(?<![\w"])(?=a:\d{1,9}:\{[is]:|O:\d{1,9}:")/g;
/** A tuple of jsonpickle, which JSON has not. */
const TAGGED_LIST = joinPatterns(
  [/\{ ?"py\/(?:tuple|set)": ?/, /(?<list>\[[^[\]{}]{0,2000}\]) ?\}/],
  'g',
);
/** Members of a visible class have no bytes before their names. */
const HIDDEN_PREFIX = /^"\0[^\0]{0,200}\0/;

type Piece = Readonly<
  Partial<Record<'head' | 'tail' | 'number' | 'text' | 'nothing', string>>
>;

/** A list or an object whose end is not read. */
interface OpenList {
  /** False after a key, whose value comes next. */
  isKeyNext: boolean;
  hasItems: boolean;
}

/** Rewrites numbers in calls of their types, and what `serialize`, devalue and flatted make of a value, as JSON, line for line. */
export const decodeSerialized = (text: string): string =>
  decodeReferences(decodePhp(text))
    .replace(TAGGED_LIST, '$<list>')
    .replace(TYPED_NUMBER, '$<number>');

function decodePhp(text: string): string {
  let decoded = '';
  let kept = 0;

  for (const { index } of text.matchAll(SERIALIZED_HEAD)) {
    if (index < kept) continue;

    const { json, end } = readSerialized(text, index);

    decoded += text.slice(kept, index) + (json ?? text.slice(index, end));
    kept = end;
  }

  return decoded + text.slice(kept);
}

/** Reads a value from its head to its end. Returns no JSON, and where it stops, for one that is cut off. */
function readSerialized(
  text: string,
  start: number,
): { json: string | null; end: number } {
  let json = '';
  let end = start;
  /** Innermost last. */
  const open: OpenList[] = [];

  do {
    SERIALIZED.lastIndex = end;
    const piece: Piece | undefined = SERIALIZED.exec(text)?.groups;
    if (!piece) return { json: null, end };

    end = SERIALIZED.lastIndex;

    const list = open.at(-1);
    const isKey = list?.isKeyNext === true && !piece.tail;

    if (isKey && list.hasItems) json += ', ';

    json += toJson(piece);

    if (isKey) json += ': ';

    if (piece.head) {
      open.push({ isKeyNext: true, hasItems: false });
      continue;
    }

    if (piece.tail) open.pop();

    const owner = open.at(-1);
    if (!owner) continue;

    owner.isKeyNext = !isKey;
    owner.hasItems = true;
  } while (open.length > 0);

  return { json, end };
}

const toJson = ({ head, tail, number, text }: Piece): string => {
  if (head) return '{';
  if (tail) return '}';
  if (number !== undefined) return number;

  return text?.replace(HIDDEN_PREFIX, '"').replaceAll('\n', ' ') ?? 'null';
};
