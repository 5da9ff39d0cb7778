import {
  closest,
  contains,
  getAttribute,
  getNodeProperty,
} from '../dom/nodes.ts';
import { CELL } from './readable-text.ts';
import { getRangeContext } from './suppression-of-mark.ts';

/** A code with the text around it, for a corpus sample. `lang` is the language that the page declares, or empty. */
export type TextSample = NonNullable<ReturnType<typeof getSampleAt>>;

const MAX_SAMPLE_UNITS = 400;
const MAX_CELL_LENGTH = 200;

/**
 * Returns the text around a code: in a table the header and the row, tab-separated, else the surrounding lines under
 * their heading or label.
 *
 * @returns Null if the code has left the page.
 */
export function getSampleAt(range: Range) {
  const found = getRangeContext(range);
  if (!found) return null;

  const { text, start, end, context } = found;
  const { parentElement } = range.startContainer;
  const named = parentElement && closest(parentElement, '[lang]');
  const lang = (named && getAttribute(named, 'lang')) ?? '';
  const row = getRowAt(range);
  if (row) return { ...row, lang };

  const from = Math.max(0, start - MAX_SAMPLE_UNITS);
  const lead = context.header ?? context.label;
  const heading = lead && !text.includes(lead) ? `${lead}\n` : '';
  const shift = heading.length - from;
  const sample = heading + text.slice(from, end + MAX_SAMPLE_UNITS);

  return {
    text: sample,
    start: start + shift,
    end: end + shift,
    lang,
  };
}

function getRowAt(range: Range) {
  const { parentElement } = range.startContainer;
  const cell = parentElement && closest(parentElement, CELL);
  const row = cell && closest(cell, 'tr');
  const head = row?.closest('table')?.querySelector('tr');

  if (!row || !head || head === row || !contains(cell, range.endContainer))
    return null;

  const before = new Range();

  before.selectNodeContents(cell);
  before.setEnd(range.startContainer, range.startOffset);

  const lead = before.toString().trimStart();
  const written = range.toString();
  if (lead.length + written.length > MAX_CELL_LENGTH) return null;

  const names = `${joinCells(head)}\n`;
  const text = names + joinCells(row);
  const cells = [...row.children];

  const cellsBefore = cells
    .slice(0, cells.indexOf(cell))
    .map((one) => `${getCellText(one)}\t`);

  const start = names.length + cellsBefore.join('').length + lead.length;
  const end = start + written.length;

  return text.slice(start, end) === written ? { text, start, end } : null;
}

const getCellText = (cell: Element) =>
  (getNodeProperty(cell, 'textContent') ?? '')
    .trim()
    .slice(0, MAX_CELL_LENGTH)
    .replace(/[\t\n\r]/g, ' ');
const joinCells = (row: Element) =>
  [...row.children].map(getCellText).join('\t');
