import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { type Considered, consider } from '../../lib/detect/consider.ts';
import { asciiText } from '../../lib/detect/digits.ts';
import { unescaped } from '../../lib/detect/escapes.ts';
import type { Form } from '../../lib/detect/form.ts';
import { eachFeature } from '../../lib/detect/learnt-features.ts';
import { slotOf } from '../../lib/detect/learnt-model.ts';
import { STRONG_ODDS, sumOf } from '../../lib/detect/score.ts';
import type { CorpusLine, Label } from '../corpus.ts';
import { familyOf } from '../family-of.ts';
import type { Example } from './ftrl.ts';

/** Codes that take the place of other numbers, by how many digits those have. */
const CODES: Readonly<Record<number, readonly string[]>> = {
  3: ['100', '190', '470', '368', '471'],
  4: ['1013', '1026', '2001', '1006', '2064'],
  5: ['63016', '80007', '63024', '30007', '21610', '63018'],
  6: '131047 131026 132001 130429 133010 131049 131042 132012 131053 131031'.split(' '),
};
/** Of one line. */
const MOST_STRANGERS = 2;

const contextOf = ({ host }: CorpusLine) => (host ? { host } : {});
const isOver = (label: Label, start: number, end: number) => label.start < end && label.end > start;

function exampleOf(text: string, one: Considered, isCode: boolean): Example {
  const { start, end, code, evidence } = one;
  const form = evidence[0]?.text as Form;
  const topics = evidence.filter(({ rule }) => familyOf(rule) === 'topic').map(({ rule }) => rule);
  const slots: number[] = [];
  // Digits of any script read as they do in the engine.
  eachFeature({ text: asciiText(text), start, end, code, form, topics }, (feature) =>
    slots.push(slotOf(feature)),
  );
  return { slots, isCode };
}

/** Each place of a line that could be a code by its form. None of a line with escapes, which the engine reads without them. */
export function examplesOf(line: CorpusLine, index: CodeIndex): Example[] {
  const { text, codes } = line;
  if (unescaped(text)) return [];
  return consider(text, index, contextOf(line)).flatMap((one) => {
    const label = codes.find((code) => isOver(code, one.start, one.end));
    return label?.optional ? [] : [exampleOf(text, one, label !== undefined)];
  });
}

/**
 * Other numbers of a line, with a code put in their place: where an order's number stands, no code stands, whatever its digits. Where the rules would
 * take it for one all the same, a status for example, it is left alone.
 */
export function strangersOf(line: CorpusLine, index: CodeIndex, random: () => number): Example[] {
  const { text, codes } = line;
  if (unescaped(text)) return [];
  const found: Example[] = [];
  const numbers = Array.from(text.matchAll(/(?<![\d.])\d{3,7}(?!\d)/g), ({ 0: figure, index: start }) => ({
    figure,
    start,
    order: random(),
  })).filter(({ figure, start }) => !codes.some((code) => isOver(code, start, start + figure.length)));
  numbers.sort((a, b) => a.order - b.order);
  for (const { figure, start } of numbers.slice(0, MOST_STRANGERS)) {
    const others = CODES[Math.min(figure.length, 6)]?.filter((one) =>
      codes.every(({ code }) => code !== one),
    );
    const code = others?.[Math.floor(random() * others.length)];
    if (!code || codes.some((one) => one.code === figure)) continue;
    const changed = text.slice(0, start) + code + text.slice(start + figure.length);
    const one = consider(changed, index, contextOf(line)).find((each) => each.start === start);
    if (one && sumOfRules(one) < STRONG_ODDS) found.push(exampleOf(changed, one, false));
  }
  return found;
}

/** What the rules alone make of it, in log-odds. */
function sumOfRules({ evidence }: Considered): number {
  const [form, ...rest] = evidence;
  const found = rest
    .filter(({ rule }) => rule !== 'learnt')
    .map((one) => ({ family: familyOf(one.rule), evidence: one }));
  return sumOf(form?.text as Form, found);
}
