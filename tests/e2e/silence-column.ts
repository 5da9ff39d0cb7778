import { type Box, findButton, middle, type Tab } from './browser.ts';

/**
 * Says in the open card that its code is no error code in the whole column: at the foot, below what is in view.
 *
 * @param asked What happens between the press and the one that confirms it.
 */
export async function silenceColumn(tab: Tab, asked?: () => Promise<unknown>): Promise<void> {
  const footer = await resting(tab, /^copy$/i);
  await tab.move({ x: footer.x + footer.width, y: footer.y - 30 }, 25);
  await tab.scroll(3000);
  await tab.click(middle(await resting(tab, /^not an error code$/i, footer.y)));
  await asked?.();
  // A person reads the question first; a press at once would be asked again, as the page could have covered it.
  await new Promise((read) => setTimeout(read, 800));
  await tab.click(middle(await resting(tab, /^stop marking$/i, footer.y)));
}

/** Where the button is once it no longer moves and ends above a line. */
async function resting(tab: Tab, name: RegExp, above = Number.POSITIVE_INFINITY): Promise<Box> {
  const end = Date.now() + 10_000;
  let last: Box | undefined;
  while (Date.now() < end) {
    const box = await findButton(await tab.cardTree(), name)?.box();
    if (box && box.y === last?.y && box.x === last.x && box.y + box.height <= above) return box;
    last = box;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`The card shows no button ${name} in view`);
}
