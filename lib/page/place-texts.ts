import { type Mark, rangeOf } from './page-mark.ts';
import { pause } from './pause.ts';
import { passageAt } from './silence-at.ts';
import { rowText } from './surroundings.ts';
import { type Layout, readLayout } from './text-layout.ts';
import { around } from './weak-hits.ts';

const SLICE_MS = 8;
const MAX_TEXT = 300;

/** Returns the text around each mark: its row or line. `''` for a mark that has left the page. */
export async function placeTexts(marks: readonly Mark[]): Promise<string[]> {
  const texts: string[] = [];
  let layout = readLayout();
  let until = performance.now() + SLICE_MS;
  for (const mark of marks) {
    if (performance.now() > until) {
      await pause();
      layout = readLayout();
      until = performance.now() + SLICE_MS;
    }
    texts.push(textOf(mark, layout));
  }
  return texts;
}

function textOf(mark: Mark, layout: Layout): string {
  const place = passageAt(rangeOf(mark), layout);
  if (!place) return '';
  const row = rowText(place.passage.block, layout).replace(/\s+/g, ' ').trim();
  // A truncated row may not contain the code.
  return row !== '' && row.length <= MAX_TEXT ? row : around(place.passage.text, place).join('');
}
