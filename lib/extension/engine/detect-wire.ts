import { getOrInsert } from '../../core/get-or-insert.ts';
import type {
  DetectedCode,
  DetectRequest,
  DetectResult,
  PageRows,
} from '../../detect/detect-request.ts';
import type { TextContext } from '../../detect/hit.ts';

/** Requests as they are sent: each text once, because cells share texts and characters cost time. */
export interface WireRequests {
  texts: string[];
  /**
   * Per request: 1 if a person asks, 1 if a customer wrote it, 1 if `labelled` is a row, then the indexes in `texts` of its text,
   * of what is wanted, of `labelled`, of its time zone and of `CONTEXT_FIELDS`; -1 for none. Then for each other row of the
   * recipient the indexes of its code, key and text, and 1 if it is before.
   */
  requests: number[][];
}

/** The results: for each request the indexes of its codes in `codes`, in which each code occurs once. */
export interface WireResults {
  codes: DetectedCode[];
  results: number[][];
}

type Field = Exclude<keyof TextContext, 'asked' | 'isConsole' | 'isOfCustomer'>;
const CONTEXT_FIELDS: readonly Field[] = [
  'header',
  'label',
  'around',
  'below',
  'heading',
  'lines',
  'row',
  'host',
  'path',
  'provider',
];

export function encodeRequests(
  requests: readonly DetectRequest[],
): WireRequests {
  const known = new Map<string, number>();

  const getTextIndex = (text: string | undefined) =>
    text === undefined ? -1 : getOrInsert(known, text, () => known.size);

  const encodeRows = (rows: PageRows = []) =>
    rows.flatMap(({ code, key, text, isBefore }) => [
      ...[code, key ?? undefined, text].map(getTextIndex),
      Number(isBefore),
    ]);

  const encoded = requests.map((request) => {
    const { text, context, wanted, labelled, recipientRows } = request;
    const fields = CONTEXT_FIELDS.map((part) => context[part]);

    return [
      Number(context.asked ?? false),
      Number(context.isOfCustomer ?? false),
      Number(labelled?.isRow ?? false),
      ...[text, wanted, labelled?.text, labelled?.timeZone, ...fields].map(
        getTextIndex,
      ),
      ...encodeRows(recipientRows),
    ];
  });

  return { texts: [...known.keys()], requests: encoded };
}

export function decodeRequests({
  texts,
  requests,
}: WireRequests): DetectRequest[] {
  return requests.map((request) => {
    const [asked, isOfCustomer, isRow, ...indexes] = request;
    const [text = -1, kind = -1, label = -1, zone = -1, ...parts] = indexes;
    const context: TextContext = {
      ...(asked && { asked: true }),
      ...(isOfCustomer && { isOfCustomer: true }),
    };

    for (const [at, part] of CONTEXT_FIELDS.entries()) {
      const value = texts[parts[at] ?? -1];
      if (value !== undefined) context[part] = value;
    }

    const wanted = texts[kind] as DetectRequest['wanted'];

    const shown = texts[label];
    const labelled = shown !== undefined && {
      labelled: {
        text: shown,
        isRow: isRow === 1,
        ...(texts[zone] && { timeZone: texts[zone] }),
      },
    };

    const rows = decodeRows(parts.slice(CONTEXT_FIELDS.length), texts);

    return {
      text: texts[text] ?? '',
      context,
      ...(wanted && { wanted }),
      ...labelled,
      ...(rows.length > 0 && { recipientRows: rows }),
    };
  });
}

const ROW_FIELDS = 4;

function decodeRows(
  indexes: readonly number[],
  texts: readonly string[],
): PageRows {
  const rows = Array.from({ length: indexes.length / ROW_FIELDS }, (_, at) =>
    indexes.slice(at * ROW_FIELDS, (at + 1) * ROW_FIELDS),
  );

  return rows.map(([code = -1, key = -1, text = -1, isBefore]) => ({
    code: texts[code] ?? '',
    key: texts[key] ?? null,
    text: texts[text] ?? '',
    isBefore: isBefore === 1,
  }));
}

export function encodeResults(results: readonly DetectResult[]): WireResults {
  const known = new Map<string, number>();
  const codes: DetectedCode[] = [];

  const encodeCode = (code: DetectedCode) =>
    getOrInsert(known, JSON.stringify(code), () => codes.push(code) - 1);

  return { codes, results: results.map((result) => result.map(encodeCode)) };
}

export function decodeResults({
  codes,
  results,
}: WireResults): readonly DetectResult[] {
  return results.map((result) => result.flatMap((at) => codes[at] ?? []));
}
