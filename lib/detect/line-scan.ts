import { type Candidate, MAX_CANDIDATES, scan } from './candidates.ts';
import { numberIn } from './digits.ts';
import type { TextContext } from './hit.ts';
import type { Lexicon } from './lexicon.ts';
import { LineBytes, LONGEST_LINE } from './line-bytes.ts';
import { type Lines, readLines } from './lines.ts';
import { noStems } from './stems.ts';
import type { Template, Templates } from './templates.ts';
import { worthALook } from './worth-a-look.ts';

/** A shorter text is read as one. */
const SHORTEST_TEXT = 1000;

/** Long enough, and of several lines, that it is read line by line; no cell of a row. */
export function hasLines(text: string, { nearby }: TextContext): boolean {
  return text.length >= SHORTEST_TEXT && !nearby && text.includes('\n');
}

/**
 * Every candidate of a text, in text order, as `findCandidates` finds them: at each line that was met before, only in the spots where
 * one may stand.
 */
export function candidatesInLines(
  text: string,
  lexicon: Lexicon,
  memory: Templates,
): { candidates: Candidate[]; lines: Lines } {
  const candidates: Candidate[] = [];
  const templates: (Template | null)[] = [];
  const starts: number[] = [];
  /** Of the lines that have no template. */
  const stems = noStems();
  const bytes = new LineBytes(text);
  for (let start = 0; start < text.length && candidates.length < MAX_CANDIDATES; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const isShort = end - start <= LONGEST_LINE && bytes.read(start, end);
    const template = isShort ? memory.of(bytes, text, start, end, lexicon) : null;
    if (template) addKnown(text, start, template, templates.length, lexicon, candidates);
    else scan(text, start, end, lexicon, stems, candidates);
    templates.push(template);
    starts.push(start);
    start = end + 1;
  }
  if (candidates.length > MAX_CANDIDATES) candidates.length = MAX_CANDIDATES;
  return { candidates, lines: readLines(text, starts, templates, stems) };
}

function addKnown(
  text: string,
  start: number,
  { spots }: Template,
  line: number,
  lexicon: Lexicon,
  found: Candidate[],
): void {
  let next = 0;
  for (let i = 0; i < spots.length; i++) {
    const spot = spots[i];
    if (!spot || spot.start < next) continue;
    const { kind, symbol } = spot;
    const begin = start + spot.start;
    const end = start + spot.end;
    if (kind === 'number') {
      const { code, meanings, form } = lexicon.numberOf(numberIn(text, begin, end), text, begin, end);
      if (meanings.length > 0 || worthALook(text, begin, code, lexicon, spot.proven))
        found.push({ start: begin, end, code, kind, meanings, form, spot, line });
    } else if (symbol) {
      const { code, meanings, form } = symbol;
      found.push({ start: begin, end, code, kind: 'symbol', meanings, form, spot, line });
    } else {
      const before = found.length;
      scan(text, begin, begin + 1, lexicon, null, found);
      const candidate = found[before];
      if (candidate) next = candidate.end - start;
    }
  }
}
