import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/run.ts';
import { pollUntil } from '../tests/e2e/bidi.ts';
import { findButton, getMiddle } from '../tests/e2e/browser.ts';
import { tabOf } from '../tests/e2e/chromium.ts';
import { launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import {
  readCardLines,
  readPopupLines,
  type ShownTexts,
} from '../tests/e2e/readme-views.ts';
import { openToolbarPopup } from '../tests/e2e/toolbar-popup.ts';

/** The size that the extension stores require. */
const SIZE = { width: 1280, height: 800 };

/** The views that the README shows, with the names of their pictures in `docs/images`. */
const README_PICTURES: Readonly<Record<string, keyof ShownTexts>> = {
  card: 'card',
  'popup-page': 'popup',
};

/** Replaces the README's pictures by screenshots of a folder, and records what they show, for their test. */
export function updateReadmePictures(folder: string, shown: ShownTexts): void {
  const images = join(ROOT, 'docs/images');

  for (const [view, picture] of Object.entries(README_PICTURES))
    for (const scheme of ['light', 'dark'])
      copyFileSync(
        join(folder, `${view}-${scheme}.png`),
        join(images, `${picture}-${scheme}.png`),
      );

  writeFileSync(
    join(images, 'shown.json'),
    `${JSON.stringify(shown, null, 2)}\n`,
  );
}

/** Visits the views in both colour schemes, and takes screenshots unless `folder` is null. Returns their names, and the texts of the README's. */
export async function takeShots(
  extension: string,
  consoleAddress: string,
  folder: string | null,
) {
  if (folder) mkdirSync(folder, { recursive: true });

  const names: string[] = [];
  let shown: ShownTexts = { card: [], popup: [] };

  for (const scheme of ['light', 'dark'] as const)
    shown = await visitConsole(
      extension,
      consoleAddress,
      scheme,
      async (name, { screenshot }) => {
        if (!folder) return;
        names.push(`${name}-${scheme}.png`);
        await screenshot(join(folder, `${name}-${scheme}.png`));
      },
    );

  return { names, shown };
}

async function visitConsole(
  extension: string,
  consoleAddress: string,
  colorScheme: 'light' | 'dark',
  takeShot: (
    name: string,
    view: { screenshot(file: string): Promise<void> },
  ) => Promise<void>,
): Promise<ShownTexts> {
  // Makes extension pages and the toolbar popup use the colour scheme too.
  const args = colorScheme === 'dark' ? ['--force-dark-mode'] : [];
  const launched = await launchWithExtension({ extension, args, ...SIZE });

  async function openTab(address: string) {
    const page = await launched.context.newPage();

    // Without animations, no screenshot shows half a fade.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(address);

    return tabOf(launched.context, page);
  }

  try {
    const tab = await openTab(consoleAddress);

    const waitForState = (state: string | null) =>
      waitFor(async () => (await tab.card()).state === state);

    const getButton = (name: RegExp) =>
      waitFor(async () => findButton(await tab.cardTree(), name));

    await waitFor(async () => (await tab.codes()).length > 5);
    await takeShot('console', tab);

    await tab.move(await tab.pointOf('131047'));
    await waitForState('open');
    await takeShot('card', tab);

    const card = await readCardLines(tab);

    const pin = getMiddle(await (await getButton(/^pin$/i)).box());

    await tab.move(pin, 25);
    await tab.click(pin);
    await waitForState('pinned');
    await tab.click(getMiddle(await (await getButton(/^why and how$/i)).box()));
    await tab.move({ x: SIZE.width - 40, y: SIZE.height - 20 });
    await takeShot('card-pinned', tab);
    await tab.press('Escape');
    await waitForState(null);

    const popup = await openToolbarPopup(launched, await tab.address());

    await waitFor(() =>
      popup.run<boolean>('document.querySelectorAll("[data-code]").length > 2'),
    );

    await takeShot('popup-page', popup);

    const list = await readPopupLines(popup);

    await popup.type('window closed');

    await waitFor(() =>
      popup.run<boolean>(
        'document.querySelectorAll("[role=option]").length > 2',
      ),
    );

    await takeShot('popup-results', popup);

    const catalogue = await openTab(`${launched.origin}/catalogue.html#131047`);

    await waitFor(() =>
      catalogue.run(() => document.querySelectorAll('[data-code]').length > 10),
    );

    await takeShot('catalogue', catalogue);

    const options = await openTab(`${launched.origin}/options.html`);

    await waitFor(() =>
      options.run(() => document.querySelectorAll('button, input').length > 0),
    );

    await takeShot('options', options);

    return { card, popup: list };
  } finally {
    await launched.close();
  }
}

/** Returns the first value that is neither false nor null. Throws after 20 seconds. */
const waitFor = <T>(get: () => Promise<T | false | null>) =>
  pollUntil(get, 20_000);
