import { findOwnRow, selectTextAround } from '../../structure/around-code.ts';
import { getPassageAt } from '../text/suppression-of-mark.ts';
import { readRowText, type Site } from '../text/surroundings.ts';
import { TimeSlice } from '../text/time-slice.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import { getLineAround } from './low-confidence-hits.ts';
import { getMarkRange, type PageMark } from './page-mark.ts';

const MAX_TEXT_LENGTH = 300;

/**
 * Returns the text around each mark: its row or line. `''` for a mark that has left the page.
 *
 * @param isLabelled Each cell of a row gets a line with its header.
 */
export async function readMarkTexts(
  marks: readonly PageMark[],
  site: () => Site,
  isLabelled = false,
) {
  const texts: string[] = [];
  const slice = new TimeSlice(site);

  for (const mark of marks) {
    if (slice.isExpired()) {
      await yieldToMain();
      slice.next();
    }

    texts.push(readMarkText(mark, slice, isLabelled));
  }

  return texts;
}

function readMarkText(
  mark: PageMark,
  { layout, surroundings }: TimeSlice,
  isLabelled: boolean,
): string {
  const found = getPassageAt(getMarkRange(mark), layout);
  if (!found) return '';

  const { passage, start } = found;

  if (isLabelled) {
    const { labelled } = selectTextAround({
      passage: passage.text,
      offset: start,
      row: undefined,
      labelled: surroundings.readLabelled(passage.block),
    });
    const own = findOwnRow(mark.hit.code, labelled);
    if (own) return own;
  }

  const row = readRowText(passage.block, layout).replace(/\s+/g, ' ').trim();

  // A truncated row may not contain the code.
  return row !== '' && row.length <= MAX_TEXT_LENGTH
    ? row
    : getLineAround(passage.text, found).join('');
}
