import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../tests/e2e/bidi.ts';
import { findButton, getMiddle } from '../tests/e2e/browser.ts';
import { tabOf } from '../tests/e2e/chromium.ts';
import { launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import { openToolbarPopup } from '../tests/e2e/toolbar-popup.ts';

/** The size that the extension stores require. */
const SIZE = { width: 1280, height: 800 };

/** Visits the views in both colour schemes, and takes screenshots unless `folder` is null. Returns their names. */
export async function takeShots(
  extension: string,
  consoleAddress: string,
  folder: string | null,
) {
  if (folder) mkdirSync(folder, { recursive: true });

  const names: string[] = [];

  for (const scheme of ['light', 'dark'] as const)
    await visitConsole(
      extension,
      consoleAddress,
      scheme,
      async (name, { screenshot }) => {
        if (!folder) return;
        names.push(`${name}-${scheme}.png`);
        await screenshot(join(folder, `${name}-${scheme}.png`));
      },
    );

  return names;
}

async function visitConsole(
  extension: string,
  consoleAddress: string,
  colorScheme: 'light' | 'dark',
  takeShot: (
    name: string,
    view: { screenshot(file: string): Promise<void> },
  ) => Promise<void>,
) {
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
  } finally {
    await launched.close();
  }
}

/** Returns the first value that is neither false nor null. Throws after 20 seconds. */
const waitFor = <T>(get: () => Promise<T | false | null>) =>
  pollUntil(get, 20_000);
