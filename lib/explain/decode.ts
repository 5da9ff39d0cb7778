import type { Catalogue } from '../catalogue/catalogue.ts';
import { indexOf } from '../catalogue/index-of.ts';
import { detect, isStrong } from '../detect/detect.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { blockAround } from './block.ts';
import { chunksOf, headerOf } from './chunks.ts';
import { explain } from './explain.ts';
import { failuresOf } from './failures.ts';
import {
  collectFindings,
  cutOff,
  endsText,
  type Finding,
  type Found,
  isCut,
  mayBeCut,
  type Occurrence,
} from './finding.ts';
import { type Break, openBreaks } from './json-break.ts';
import { evenLineEnds, lineBreaks } from './lines.ts';
import { momentNear } from './moment.ts';
import { readSighting } from './sighting.ts';
import { openTable, openTableReader, sightingOf, type Table, type TableRow } from './table.ts';
import { fromPhp, unescapePaste } from './unescape.ts';
import { byWording, isSaid, wordingIndexOf } from './wording.ts';
import type { WordingHit } from './wording-index.ts';

/** Streaming decoder of a paste, in constant memory. The time for a chunk depends only on its length. */
export interface Decoder {
  /** @param chunk Text of any length that ends at the end of a line or record. */
  push(chunk: string): void;
  /** Returns the findings so far, in order of appearance, but a cause before the code that wraps it. */
  findings(): readonly Finding[];
  /** Returns the first syntax error of the payload. Returns null if the text contains no payload or a complete one. */
  broken(): Break | null;
  /** Returns the number of failures whose kind was dropped because of the limit on findings. */
  left(): number;
}

export function openDecoder(catalogue: Catalogue, context: TextContext = {}): Decoder {
  const index = indexOf(catalogue);
  const phrasesIn = wordingIndexOf(catalogue);
  const found = collectFindings();
  const breaks = openBreaks();
  let header: string | null | undefined;
  let table: Table | null = null;
  let readRow: ((row: TableRow) => readonly Found[]) | null = null;
  /** Number of line breaks before the current chunk. */
  let lines = 0;
  /** The last failure, if the text so far ends with it: only the following text shows whether its code is complete. */
  let last: { found: Found; placeOf: () => Occurrence } | null = null;

  function keepLast() {
    if (last) found.note(last.found, last.placeOf);
    last = null;
  }

  function scan(text: string, lineOf: LineOf) {
    keepLast();
    const hits = detect(text, index, context).filter(isStrong);
    for (const { hit, cause, before, after } of failuresOf(hits, text, catalogue)) {
      const nearby = blockAround(text, hit, before, after);
      const one = { ...explained(hit, text, nearby), cause: cause?.code ?? null, wording: null };
      const placeOf = () => ({ ...readSighting(text, hit), line: lineOf(hit.start) });
      if (endsText(text, hit) && mayBeCut(hit.code, catalogue)) last = { found: one, placeOf };
      else found.note(one, placeOf);
    }
    for (const phrase of phrasesIn(text)) {
      if (isSaid(phrase, hits, text)) continue;
      note(phrase, text, () => ({ ...readSighting(text, phrase), line: lineOf(phrase.start) }));
    }
  }

  function scanRow(row: TableRow, { roles }: Table, lineOf: LineOf) {
    const placeOf = () => ({ ...sightingOf(row, roles), line: lineOf(row.start) });
    const inRow = readRow?.(row) ?? [];
    for (const each of inRow) found.note(each, placeOf);
    if (inRow.length === 0) for (const phrase of phrasesIn(row.line)) note(phrase, row.line, placeOf);
  }

  function note(phrase: WordingHit, text: string, placeOf: () => Occurrence) {
    const one = byWording(phrase, text);
    if (one) found.note(one, placeOf);
  }

  function explained(hit: Hit, text: string, nearby: string) {
    const moment = () => momentNear(text, hit.start, nearby);
    const { code, subcode, meanings } = hit;
    const recipient = () => readSighting(text, hit).recipient;
    return explain({ ...context, code, subcode, meanings, nearby, moment, recipient }, catalogue);
  }

  return {
    push(chunk) {
      breaks.push(chunk);
      const plain = unescapePaste(chunk);
      const text = fromPhp(plain);
      if (header === undefined) {
        header = headerOf(text);
        table = header ? openTable(header) : null;
        readRow = table && openTableReader(table, catalogue, context);
      }
      let before = 0;
      for (const part of chunksOf(text)) {
        const base = lines + before;
        const lineOf: LineOf = (offset) =>
          plain === chunk ? base + lineBreaks(part.slice(0, offset)) + 1 : null;
        const isFirst =
          header !== null && header !== undefined && before === 0 && lines === 0 && part.startsWith(header);
        if (table) {
          for (const row of table.rows(part)) if (!isFirst || row.start > 0) scanRow(row, table, lineOf);
        } else if (header && !isFirst) {
          const { length } = `${header}\n`;
          scan(`${header}\n${part}`, (offset) => lineOf(Math.max(0, offset - length)));
        } else scan(part, lineOf);
        before += lineBreaks(part);
      }
      lines += lineBreaks(chunk);
    },
    findings() {
      if (last && isCut(breaks.first())) return [...found.all(), cutOff(last.found, last.placeOf())];
      keepLast();
      return found.all();
    },
    broken: breaks.first,
    left: found.left,
  };
}

type LineOf = (offset: number) => number | null;

/** Maximum length of a text that is treated as a question about one copied error. Longer texts may be logs of any kind. */
const LONGEST_QUESTION = 300;

/** Returns the detection context for a paste of this length. */
export function contextOfPaste(text: string, context: TextContext): TextContext {
  return text.length <= LONGEST_QUESTION ? { ...context, asked: true } : context;
}

/** Decodes a whole paste. */
export function decode(text: string, catalogue: Catalogue, context: TextContext = {}): readonly Finding[] {
  const decoder = openDecoder(catalogue, contextOfPaste(text, context));
  decoder.push(evenLineEnds(text));
  return decoder.findings();
}

/** The result of decoding a paste. */
export interface Report {
  findings: readonly Finding[];
  broken: Break | null;
  /** Number of failures whose kind was dropped because of the limit on findings. */
  left: number;
}

/**
 * Decodes a paste in slices, so that the caller can report progress.
 *
 * @yields After each slice: the share of the text that is done (0 to 1) and a function that builds the report so far.
 */
export function* readPaste(
  text: string,
  catalogue: Catalogue,
  context: TextContext = {},
): Generator<{ done: number; report: () => Report }> {
  const decoder = openDecoder(catalogue, contextOfPaste(text, context));
  let read = 0;
  const report = () => ({ findings: decoder.findings(), broken: decoder.broken(), left: decoder.left() });
  for (const chunk of chunksOf(evenLineEnds(text))) {
    decoder.push(chunk);
    read += chunk.length;
    yield { done: text === '' ? 1 : read / text.length, report };
  }
}
