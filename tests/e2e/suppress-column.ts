import { POLL_MS } from '../patience.ts';
import { type Box, findButton, getMiddle, type Tab } from './browser.ts';

const OPENER = /^not an error code$/i;

/** Stops marking the code in its whole column, with the controls at the bottom of the open card. */
export async function suppressColumn(tab: Tab): Promise<void> {
  await tab.click(getMiddle(await waitUntilResting(tab, /^more$/i)));

  const footer = await waitUntilResting(tab, /^copy$/i);
  const button = await findButton(await tab.cardTree(), OPENER)?.box();

  // In Firefox, the page scrolls if the whole card is in view, and takes the code and the card away.
  if (button && button.y > footer.y) {
    await tab.move({ x: footer.x + footer.width, y: footer.y - 30 }, 25);
    await tab.scroll(3000);
  }

  await tab.click(getMiddle(await waitUntilResting(tab, OPENER)));
  await tab.click(getMiddle(await waitUntilResting(tab, /^stop marking$/i)));
}

/** Returns the box of the button when it has stopped moving and is in view: above or in the footer of the card. */
async function waitUntilResting(tab: Tab, name: RegExp): Promise<Box> {
  const end = Date.now() + POLL_MS;
  let last: Box | undefined;

  while (Date.now() < end) {
    const tree = await tab.cardTree();

    const [box, footer] = await Promise.all([
      findButton(tree, name)?.box(),
      findButton(tree, /^copy$/i)?.box(),
    ]);

    if (
      box &&
      footer &&
      box.y === last?.y &&
      box.x === last.x &&
      box.y <= footer.y
    )
      return box;

    last = box;
    await new Promise((next) => setTimeout(next, 50));
  }

  throw new Error(`The card shows no button ${name} in view`);
}
