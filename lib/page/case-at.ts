import { attributeOf, holds, nearestOf, ofNode } from '../dom/nodes.ts';
import { placeAt } from './silence-at.ts';
import { CELL } from './text-layout.ts';

/** A code in the text that it was judged by, for a test case. */
export interface CaseText {
  text: string;
  /** UTF-16 offsets of the code into the text. */
  start: number;
  end: number;
  /** Language of the page, as it says itself; empty where it does not. */
  lang: string;
}

const REACH = 400;
const MAX_CELL = 200;

/**
 * The text around a code as one piece: in a table its head and its row, with tabs between the cells, else the lines around, under
 * the heading or label that they have.
 *
 * @returns Null where the code has left the page.
 */
export function caseAt(range: Range): CaseText | null {
  const place = placeAt(range);
  if (!place) return null;
  const { parentElement } = range.startContainer;
  const told = parentElement && nearestOf(parentElement, '[lang]');
  const lang = (told && attributeOf(told, 'lang')) ?? '';
  const row = rowAt(range);
  if (row) return { ...row, lang };
  const from = Math.max(0, place.start - REACH);
  const lead = place.context.header ?? place.context.label;
  const heading = lead && !place.text.includes(lead) ? `${lead}\n` : '';
  const shift = heading.length - from;
  return {
    text: heading + place.text.slice(from, place.end + REACH),
    start: place.start + shift,
    end: place.end + shift,
    lang,
  };
}

function rowAt(range: Range): Omit<CaseText, 'lang'> | null {
  const { parentElement } = range.startContainer;
  const cell = parentElement && nearestOf(parentElement, CELL);
  const row = cell && nearestOf(cell, 'tr');
  const head = row?.closest('table')?.querySelector('tr');
  if (!row || !head || head === row || !holds(cell, range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(cell);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = before.toString().trimStart();
  const written = range.toString();
  if (lead.length + written.length > MAX_CELL) return null;
  let text = `${textOf(head)}\n`;
  let start = -1;
  for (const [at, other] of [...row.children].entries()) {
    if (at > 0) text += '\t';
    if (other === cell) start = text.length + lead.length;
    text += cellText(other);
  }
  const end = start + written.length;
  return text.slice(start, end) === written ? { text, start, end } : null;
}

const cellText = (cell: Element) =>
  (ofNode(cell, 'textContent') ?? '')
    .trim()
    .slice(0, MAX_CELL)
    .replace(/[\t\n\r]/g, ' ');
const textOf = (row: Element) => [...row.children].map(cellText).join('\t');
