import { closest, contains, getAttribute, getNodeProperty } from '../../dom/nodes.ts';
import { getRangeContext } from './suppression-at.ts';
import { CELL } from './text-layout.ts';

/** A code with the text around it, for a corpus sample. */
export interface TextSample {
  text: string;
  /** Offsets of the code in the text, in UTF-16 code units. */
  start: number;
  end: number;
  /** Language that the page declares. Empty if there is none. */
  lang: string;
}

const MAX_SAMPLE_UNITS = 400;
const MAX_CELL_LENGTH = 200;

/**
 * Returns the text around a code: in a table the header and the row, tab-separated, else the surrounding lines under
 * their heading or label.
 *
 * @returns Null if the code has left the page.
 */
export function getSampleAt(range: Range): TextSample | null {
  const place = getRangeContext(range);
  if (!place) return null;
  const { parentElement } = range.startContainer;
  const told = parentElement && closest(parentElement, '[lang]');
  const lang = (told && getAttribute(told, 'lang')) ?? '';
  const row = getRowAt(range);
  if (row) return { ...row, lang };
  const from = Math.max(0, place.start - MAX_SAMPLE_UNITS);
  const lead = place.context.header ?? place.context.label;
  const heading = lead && !place.text.includes(lead) ? `${lead}\n` : '';
  const shift = heading.length - from;
  return {
    text: heading + place.text.slice(from, place.end + MAX_SAMPLE_UNITS),
    start: place.start + shift,
    end: place.end + shift,
    lang,
  };
}

function getRowAt(range: Range): Omit<TextSample, 'lang'> | null {
  const { parentElement } = range.startContainer;
  const cell = parentElement && closest(parentElement, CELL);
  const row = cell && closest(cell, 'tr');
  const head = row?.closest('table')?.querySelector('tr');
  if (!row || !head || head === row || !contains(cell, range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(cell);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = before.toString().trimStart();
  const written = range.toString();
  if (lead.length + written.length > MAX_CELL_LENGTH) return null;
  let text = `${joinCells(head)}\n`;
  let start = -1;
  for (const [at, other] of [...row.children].entries()) {
    if (at > 0) text += '\t';
    if (other === cell) start = text.length + lead.length;
    text += getCellText(other);
  }
  const end = start + written.length;
  return text.slice(start, end) === written ? { text, start, end } : null;
}

const getCellText = (cell: Element) =>
  (getNodeProperty(cell, 'textContent') ?? '')
    .trim()
    .slice(0, MAX_CELL_LENGTH)
    .replace(/[\t\n\r]/g, ' ');
const joinCells = (row: Element) => [...row.children].map(getCellText).join('\t');
