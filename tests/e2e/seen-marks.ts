import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Box, Tab } from './browser.ts';
import {
  computeContrast,
  cropPicture,
  type Picture,
  readPng,
} from './picture.ts';

/** What can be seen of a mark. */
export interface SeenMark {
  /** Name of the nearest element with `data-name`. */
  name: string;
  text: string;
  highlight: string;
  /** Pixels of the line with a contrast of at least 3:1 to what is behind the text, as a share of the whole line. */
  share: number;
  /** The same for pixels of any contrast, as those of a tint. */
  changed: number;
  /** False if the middle of the text is clipped, as in a row that a grid keeps outside its view, or covered. */
  isOnTop: boolean;
}

interface PlacedMark extends Omit<SeenMark, 'share' | 'changed'> {
  box: Box;
}

/** What a line adds to the box of its text, when it is outside the box. */
const MARGIN_PX = 4;
/** Pixels of the lines of a solid or double mark, in a column. */
const LINE_PX = 2;
const MIN_CONTRAST = 3;
/** Below it, a pixel differs only by the rendering of the text. */
const MIN_CHANGE = 1.15;

/** Errata may put its marks back while they are hidden for a picture. */
const MAX_ATTEMPTS = 4;

/** Compares the page with and without its marks. Pages of any size: only marks in the viewport count. */
export async function findSeenMarks(tab: Tab): Promise<SeenMark[]> {
  let seen = await compareWithBarePage(tab);

  for (
    let attempt = 1;
    attempt < MAX_ATTEMPTS && seen.every(({ changed }) => changed === 0);
    attempt++
  )
    seen = await compareWithBarePage(tab);

  return seen;
}

async function compareWithBarePage(tab: Tab): Promise<SeenMark[]> {
  await tab.run(waitForPaint);
  const marks = (await tab.run(readPlacedMarks)) as PlacedMark[];
  const marked = await takePicture(tab);

  await tab.run(hideMarks);
  const bare = await takePicture(tab);
  await tab.run(showMarks);

  return marks.map(({ box, ...mark }) => ({
    ...mark,
    ...measureShares(cropPicture(bare, box), cropPicture(marked, box)),
  }));
}

async function takePicture(tab: Tab): Promise<Picture> {
  await tab.run(waitForPaint);
  const folder = mkdtempSync(join(tmpdir(), 'errata-seen-'));
  const file = join(folder, 'page.png');
  await tab.screenshot(file);
  const picture = readPng(readFileSync(file));
  rmSync(folder, { recursive: true });

  return picture;
}

function measureShares(bare: Picture, marked: Picture) {
  const behind = findCommonColor(bare);
  let seen = 0;
  let changed = 0;

  for (let y = 0; y < bare.height; y++)
    for (let x = 0; x < bare.width; x++) {
      const color = marked.at(x, y);
      const isChanged = computeContrast(bare.at(x, y), color) >= MIN_CHANGE;
      if (!isChanged) continue;
      changed++;
      if (computeContrast(behind, color) >= MIN_CONTRAST) seen++;
    }

  const linePixels = bare.width * LINE_PX;

  return { share: seen / linePixels, changed: changed / linePixels };
}

function findCommonColor(picture: Picture): number[] {
  const counts = new Map<string, number>();

  // Without the margins, which may belong to what is around.
  for (let y = MARGIN_PX; y < picture.height - MARGIN_PX; y++)
    for (let x = 0; x < picture.width; x++) {
      const color = picture.at(x, y).join();
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }

  const [common = '255,255,255'] =
    [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];

  return common.split(',').map(Number);
}

// The functions below run in the page.

const waitForPaint = () =>
  new Promise<void>((painted) =>
    requestAnimationFrame(() => requestAnimationFrame(() => painted())),
  );

function readPlacedMarks() {
  const marginPx = 4;
  return [...CSS.highlights].flatMap(([highlight, ranges]) =>
    highlight.startsWith('errata')
      ? [...ranges].flatMap((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          const { x, y, width, height } = live.getBoundingClientRect();
          const root = range.startContainer.getRootNode();
          const element =
            root instanceof ShadowRoot
              ? root.host
              : range.startContainer.parentElement;
          const name = element?.closest<HTMLElement>('[data-name]')?.dataset;
          const box = {
            x,
            y: y - marginPx,
            width,
            height: height + 2 * marginPx,
          };
          const isInView = x >= 0 && y >= 0 && y + height < innerHeight;
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          const isOnTop = element?.contains(top) === true;
          return isInView
            ? [
                {
                  name: name?.name ?? '',
                  text: `${live}`,
                  highlight,
                  isOnTop,
                  box,
                },
              ]
            : [];
        })
      : [],
  );
}

/** Hides the marks by an empty range for each name, which Errata leaves alone until its next check. */
function hideMarks(): void {
  const kept = new Map(CSS.highlights);
  Object.assign(globalThis, { keptHighlights: kept });
  CSS.highlights.clear();
}

function showMarks(): void {
  const { keptHighlights } = globalThis as unknown as {
    keptHighlights: Map<string, Highlight>;
  };
  for (const [name, highlight] of keptHighlights)
    CSS.highlights.set(name, highlight);
}
