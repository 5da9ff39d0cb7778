import { pollUntil } from './bidi.ts';
import type { Tab } from './browser.ts';
import type { ToolbarPopup } from './toolbar-popup.ts';

/** The texts that the pictures of the README show, as lines. `docs/images/shown.json` holds them as of the pictures. */
export interface ShownTexts {
  card: readonly string[];
  popup: readonly string[];
}

const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** Returns the text of the open card, in reading order. */
export async function readCardLines(tab: Tab): Promise<string[]> {
  const tree = await pollUntil(() => tab.cardTree(), 20_000);
  return toLines(tree.text);
}

/** Returns the text of the popup's list, without the footer, which names the site. */
export async function readPopupLines(popup: ToolbarPopup): Promise<string[]> {
  return toLines(
    await popup.run<string>('document.querySelector("main").innerText'),
  );
}
