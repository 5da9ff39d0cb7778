import type { CodeIndex } from '../lib/detect/code-index.ts';
import { detect, isStrong } from '../lib/detect/detect.ts';
import type { Hit } from '../lib/detect/hit.ts';
import type { CorpusLine } from './corpus.ts';
import { type Edit, type Edited, edited } from './corpus-edit.ts';

/** The same snippet in another shape; null where it would be none. */
type Variation = (line: CorpusLine, hits: readonly Hit[]) => Edited | null;

/** What one variation of a corpus cost. */
export interface Varied {
  variation: string;
  /** Snippets that it changed. */
  snippets: number;
  /** Codes that were found as they stand, of those snippets. */
  codes: number;
  /** Of these, the ones that are not found in the other shape, as `id code`. */
  lost: string[];
  /** Marks that are no codes and were none before. */
  alarms: string[];
}

const PROSE = /^(?:prose|table-row|ui-label)$/;
const DATA = /^(?:bsp-json|graph-error|webhook-status|onprem-error|log-line)$/;

/** What says the same to a person, whatever the shape. */
const VARIATIONS: Readonly<Record<string, Variation>> = {
  'other codes of the same provider': swapped,
  'in code marks': (line) => marked(line, '`', '`'),
  'in bold': (line) => marked(line, '**', '**'),
  'in <code>': (line) => marked(line, '<code>', '</code>'),
  'lines end in CR LF': (line) => signs(line, /\n/g, () => '\r\n'),
  'set in by four': (line) => signs(line, /^/gm, () => '    '),
  'no-break spaces': (line) => signs(line, / /g, () => '\u00a0'),
  'escaped for HTML': (line) => signs(line, /[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'escaped for JSON': (line) =>
    DATA.test(line.kind) && line.text.includes('"')
      ? signs(line, /[\n"]/g, (sign) => JSON.stringify(sign).slice(1, -1))
      : null,
  'escaped for an address': (line) =>
    DATA.test(line.kind) ? signs(line, /[^\w.~*'()!-]/gu, encodeURIComponent) : null,
  'the lines around its first code': cropped,
};

/** Runs the engine over a corpus and over variations of it: what is lost was told by the shape of one snippet, not by what it says. */
export function vary(lines: readonly CorpusLine[], index: CodeIndex): Varied[] {
  return Object.entries(VARIATIONS).map(([variation, change]) => {
    const varied: Varied = { variation, snippets: 0, codes: 0, lost: [], alarms: [] };
    for (const line of lines) {
      if (line.ambiguous) continue;
      const hits = hitsIn(line, index);
      const other = change(line, hits);
      if (!other || other.line.text === line.text) continue;
      varied.snippets++;
      const before = new Set(hits.map(({ start }) => start));
      const after = hitsIn(other.line, index);
      const { codes } = other.line;
      codes.forEach(({ start, code, optional }, place) => {
        const { start: as = -1 } = line.codes[other.of[place] ?? -1] ?? {};
        if (optional || !before.has(as)) return;
        varied.codes++;
        if (after.every((hit) => hit.start !== start)) varied.lost.push(`${line.id} ${code}`);
      });
      // What is wrong as it stands is no matter of the shape.
      if (hits.some((hit) => line.codes.every((code) => code.start !== hit.start))) continue;
      for (const hit of after)
        if (codes.every(({ start, end }) => hit.start >= end || hit.end <= start))
          varied.alarms.push(`${line.id} ${hit.code}`);
    }
    return varied;
  });
}

/** One line for each variation; `details` names what was lost. */
export function varyReport(all: readonly Varied[], details = false): string {
  return all
    .flatMap(({ variation, snippets, codes, lost, alarms }) => [
      `${variation.padEnd(34)} ${snippets} snippets, ${codes} codes: ${lost.length} lost, ${alarms.length} false alarms more`,
      ...(details
        ? [...lost.map((one) => `  lost: ${one}`), ...alarms.map((one) => `  false alarm: ${one}`)]
        : []),
    ])
    .join('\n');
}

const hitsIn = ({ text, host }: CorpusLine, index: CodeIndex): Hit[] =>
  detect(text, index, host ? { host } : {}).filter(isStrong);

function signs(line: CorpusLine, pattern: RegExp, written: (sign: string) => string): Edited | null {
  return edited(
    line,
    Array.from(line.text.matchAll(pattern), ({ 0: sign, index }) => ({
      start: index,
      end: index + sign.length,
      text: written(sign),
    })),
  );
}

/** Only where the code stands free, as in a sentence. */
function marked(line: CorpusLine, open: string, close: string): Edited | null {
  if (!PROSE.test(line.kind)) return null;
  const free = line.codes.filter(
    ({ start, end }) =>
      /^\s?$/.test(line.text.slice(start - 1, start)) && /^[\s,.:;]?$/.test(line.text.slice(end, end + 1)),
  );
  return edited(
    line,
    free.flatMap(({ start, end }): Edit[] => [
      { start, end: start, text: open },
      { start: end, end, text: close },
    ]),
  );
}

/** For each code the third one behind it. */
const SWAPS: Readonly<Record<string, readonly string[]>> = {
  'meta-cloud': [
    '131026',
    '131047',
    '131049',
    '131042',
    '131056',
    '132000',
    '132001',
    '133010',
    '131021',
    '130472',
  ],
  twilio: ['63016', '63024', '63003', '63018', '63007', '63049', '63032'],
};

/** What speaks for a code by what it means, which another one does not. */
const BY_MEANING = /title|matter|told|gloss|says|spoken|formula|about|named/;

function swapped(line: CorpusLine, hits: readonly Hit[]): Edited | null {
  const meant = hits.some(({ evidence }) => evidence.some(({ rule }) => BY_MEANING.test(rule)));
  if (meant) return null;
  const edits = line.codes.flatMap(({ code, start, end, provider, optional }): Edit[] => {
    const all = SWAPS[provider ?? ''] ?? [];
    const other = all[(all.indexOf(code) + 3) % all.length];
    if (optional || !other || !all.includes(code) || line.text.slice(start, end) !== code) return [];
    return [{ start, end, text: other }];
  });
  return edited(line, edits);
}

/** The first code with the line before and the line behind. */
function cropped(line: CorpusLine): Edited | null {
  const [first] = line.codes;
  if (!first) return null;
  const { text } = line;
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', first.start - 1) - 1) + 1;
  const next = text.indexOf('\n', first.end);
  const end = next < 0 ? -1 : text.indexOf('\n', next + 1);
  const to = end < 0 ? text.length : end;
  return edited(line, [
    { start: 0, end: from, text: '' },
    { start: to, end: text.length, text: '' },
  ]);
}
