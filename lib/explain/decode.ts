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

/** Takes a paste bit by bit, in constant memory. Every chunk costs time by its own length alone. */
export interface Decoder {
  /** @param chunk Text that ends where a line or a record ends; of any length. */
  push(chunk: string): void;
  /** What was found so far: in order of appearance, but the cause before the code that wraps it. */
  findings(): readonly Finding[];
  /** Where the payload breaks that the text holds; null where it holds none, or a whole one. */
  broken(): Break | null;
  /** Failures of further kinds than are kept. */
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
  /** Line breaks of the paste before the chunk at hand. */
  let lines = 0;
  /** The last failure, where the text so far ends with it: what follows tells whether its code is whole. */
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

/** A text this short is a question: someone copied one error. A longer one may be a log of anything. */
const LONGEST_QUESTION = 300;

/** What a paste of this length is read with. */
export function contextOfPaste(text: string, context: TextContext): TextContext {
  return text.length <= LONGEST_QUESTION ? { ...context, asked: true } : context;
}

/** Every code of a paste, explained. */
export function decode(text: string, catalogue: Catalogue, context: TextContext = {}): readonly Finding[] {
  const decoder = openDecoder(catalogue, contextOfPaste(text, context));
  decoder.push(evenLineEnds(text));
  return decoder.findings();
}

/** What a paste holds. */
export interface Report {
  findings: readonly Finding[];
  broken: Break | null;
  /** Failures of further kinds than are kept. */
  left: number;
}

/**
 * Reads a paste in slices, so that its reader can tell how far it is.
 *
 * @yields After each slice: the share of the text that is done (0 to 1), and what was found so far, put together when asked for.
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
