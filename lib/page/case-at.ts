import { attributeOf, holds, nearestOf, ofNode } from '../dom/nodes.ts';
import { placeAt } from './silence-at.ts';
import { CELL } from './text-layout.ts';

/** A code with the text around it, for a corpus sample. */
export interface CaseText {
  text: string;
  /** Offsets of the code in the text, in UTF-16 code units. */
  start: number;
  end: number;
  /** Language that the page declares. Empty if there is none. */
  lang: string;
}

const REACH = 400;
const MAX_CELL = 200;

/**
 * Returns the text around a code: in a table the header and the row, tab-separated, else the surrounding lines under
 * their heading or label.
 *
 * @returns Null if the code has left the page.
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
