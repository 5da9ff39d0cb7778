import { getPassageAt } from '../text/suppression-at.ts';
import {
  readLabelledText,
  readRowText,
  type Site,
} from '../text/surroundings.ts';
import type { Layout } from '../text/text-layout.ts';
import { TimeSlice } from '../text/time-slice.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import { getLineAround } from './low-confidence-hits.ts';
import { getMarkRange, type PageMark } from './page-mark.ts';

const MAX_TEXT_LENGTH = 300;
const MAX_LABELLED_LENGTH = 2_000;

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

    texts.push(readMarkText(mark, slice.layout, isLabelled));
  }

  return texts;
}

function readMarkText(
  mark: PageMark,
  layout: Layout,
  isLabelled: boolean,
): string {
  const found = getPassageAt(getMarkRange(mark), layout);
  if (!found) return '';

  const row = readRowText(found.passage.block, layout)
    .replace(/\s+/g, ' ')
    .trim();

  if (isLabelled && row !== '')
    return readLabelledText(found.passage.block, layout, MAX_LABELLED_LENGTH);

  // A truncated row may not contain the code.
  return row !== '' && row.length <= MAX_TEXT_LENGTH
    ? row
    : getLineAround(found.passage.text, found).join('');
}
