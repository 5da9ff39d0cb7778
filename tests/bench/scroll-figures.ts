import type { Page } from 'playwright-core';
import type { Launched } from '../e2e/launch-chromium.ts';
import { BUILD, CONSOLE } from './browser.ts';
import type { Values } from './report.ts';

const ROWS = 4_000;
const ROW_PX = 30;
const VISIBLE_ROWS = 24;
const STEP_PX = 60;
const FRAMES = 240;
/** For the first scan, before the grid scrolls. */
const REST_MS = 2_500;

/**
 * Measures a virtualized grid that reuses its rows while it scrolls: of the codes in view, how many have no mark when a frame is
 * shown.
 */
export async function measureScroll({ context }: Launched): Promise<Values> {
  const page = await context.newPage();

  await page.goto(`${CONSOLE}?numbers-0`);
  await showGrid(page);
  await page.waitForTimeout(REST_MS);

  const unmarked = await page.evaluate(
    ({ frames, step, highlight }) =>
      new Promise<number>((done) => {
        const view = document.querySelector('#view') as HTMLElement;
        let codes = 0;
        let without = 0;
        let frame = 0;

        const countUnmarked = () => {
          const marked = new Set(
            [...CSS.highlights].flatMap(([name, ranges]) =>
              name.startsWith(highlight)
                ? [...ranges].map(({ startContainer }) => startContainer)
                : [],
            ),
          );

          for (const cell of document.querySelectorAll('#view .code')) {
            const text = cell.firstChild;
            if (!text || text.nodeValue === '') continue;
            codes++;
            if (!marked.has(text)) without++;
          }
        };

        const scrollOn = () => {
          view.scrollTop += step;

          // After the frame has been shown.
          requestAnimationFrame(() =>
            setTimeout(() => {
              countUnmarked();
              if (++frame < frames) requestAnimationFrame(scrollOn);
              else done((100 * without) / codes);
            }),
          );
        };

        requestAnimationFrame(scrollOn);
      }),
    { frames: FRAMES, step: STEP_PX, highlight: BUILD.highlight },
  );

  await page.close();

  return { scroll: unmarked };
}

/** Shows a message log in a grid with a fixed number of rows, whose texts follow the position. Every third row has a code. */
async function showGrid(page: Page): Promise<void> {
  await page.evaluate(
    ({ rows, rowPx, visible }) => {
      const codes = '131047 131026 131042 131000 131051 131053 132001'.split(
        ' ',
      );
      const view = document.createElement('div');

      view.id = 'view';
      view.style.cssText = `height:${(visible - 2) * rowPx}px;overflow:auto`;
      view.innerHTML = `<div role=grid><div role=row><span role=columnheader>Time</span> <span role=columnheader>Message ID</span> <span role=columnheader>Status</span> <span role=columnheader>Error code</span></div><div id=all style="position:relative;height:${rows * rowPx}px"></div></div>`;
      document.body.replaceChildren(view);

      const all = view.querySelector('#all') as HTMLElement;
      const lines = Array.from({ length: visible }, () => {
        const line = document.createElement('div');
        line.setAttribute('role', 'row');
        line.style.cssText = `position:absolute;height:${rowPx}px`;
        line.innerHTML =
          '<span role=gridcell> </span> <span role=gridcell> </span> <span role=gridcell> </span> <span role=gridcell class=code> </span>';
        all.append(line);
        return line;
      });

      const write = (cell: Element | undefined, text: string) => {
        if (cell?.firstChild) cell.firstChild.nodeValue = text;
      };

      const render = () => {
        const first = Math.floor(view.scrollTop / rowPx);

        for (let row = first; row < first + visible; row++) {
          const line = lines[row % visible];
          if (!line || line.dataset.row === `${row}`) continue;

          const fails = row % 3 === 0;
          const { children } = line;

          line.dataset.row = `${row}`;
          line.style.top = `${row * rowPx}px`;
          write(children[0], `12:${10 + (row % 50)}:${10 + (row % 49)}`);
          write(children[1], `SM${(row * 7919).toString(16)}`);
          write(children[2], fails ? 'Failed' : 'Delivered');
          write(children[3], fails ? (codes[(row / 3) % 7] ?? '') : '');
        }
      };

      view.addEventListener('scroll', render);
      render();
    },
    { rows: ROWS, rowPx: ROW_PX, visible: VISIBLE_ROWS },
  );
}
