import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCodes,
  hoverCode,
  moveTo,
  pressInCard,
} from './in-browsers.ts';

const HERE = 'console.twilio.com';
const ELSEWHERE = 'business.facebook.com';
const suppression = { code: '131047', by: 'label', words: 'error code' };

/** Adds frames without a URL of their own that name another site, in every way that a page has. */
function addFrames(host: string): void {
  const base = `<base href="https://${host}/wa/manage/home/">`;
  const html = `${base}<iframe name="origin" hidden></iframe><dl><dt>Error code<dd>131047</dl>`;
  const quote = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const getBlobUrl = () =>
    URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const frames: Record<string, string>[] = [
    { srcdoc: html },
    {
      srcdoc: `<base href="https://${host}/wa/"><iframe srcdoc="${quote(html)}"></iframe>`,
    },
    { src: getBlobUrl() },
    { srcdoc: html, sandbox: 'allow-scripts' },
    { src: getBlobUrl(), sandbox: 'allow-scripts' },
  ];
  document.body.replaceChildren();
  for (const attributes of frames) {
    const frame = document.createElement('iframe');
    for (const attribute of Object.entries(attributes))
      frame.setAttribute(...attribute);
    // Too small for a card, which is then shown beside it.
    frame.style.cssText = 'display: block; width: 300px; height: 100px';
    document.body.append(frame);
  }
}

describeInBrowsers(BOTH, (open, browser, testInOne) => {
  beforeEach(() => browser().inExtension('chrome.storage.local.clear()'));
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  const IS_MARKED = '(globalThis.errataPage?.codes?.().length ?? 0) > 0';
  /** Runs an expression in the content scripts of each frame that is wanted. Returns the values. */
  const runInFrames = (source: string, isWanted = IS_MARKED) =>
    browser().inExtension<unknown[]>(`(async () => {
      const [{ id }] = await chrome.tabs.query({ url: 'https://${HERE}/*' });
      const func = async () => ${isWanted} && (${source});
      const frames = await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, func });
      return frames.map(({ result }) => result).filter((result) => result !== false);
    })()`);

  const readHosts = () =>
    browser().inExtension<string[]>(
      'chrome.storage.local.get().then(({ settings }) => (settings?.suppressions ?? []).map(({ host }) => host))',
    );

  async function openFrames(): Promise<Tab> {
    const tab = await open('quiet', { base: `https://${HERE}/wa/` });
    await tab.run(addFrames, ELSEWHERE);
    return tab;
  }

  test('a frame learns nothing about the sites that it names', async () => {
    const settings = {
      suppressions: [{ ...suppression, host: ELSEWHERE }],
      pausedHosts: [ELSEWHERE],
    };
    await browser().inExtension(
      `chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`,
    );
    await openFrames();
    await expect.poll(() => runInFrames('true')).toHaveLength(5);
    await browser().inExtension(
      `chrome.storage.local.set({ settings: { suppressions: [${JSON.stringify({ ...suppression, host: HERE })}] } })`,
    );
    // A sandbox has no site.
    await expect
      .poll(() => runInFrames('self.origin'))
      .toEqual(['null', 'null']);
  });

  test('a choice is stored for the site that the browser gives, whatever the frame names', async () => {
    await openFrames();
    await expect.poll(() => runInFrames('true')).toHaveLength(5);
    const elsewhere = { ...suppression, host: ELSEWHERE };
    // A frame that reads its texts again has no codes for a moment.
    const answers = await runInFrames(
      `chrome.runtime.sendMessage({
        type: 'saveSiteChoice', data: { suppression: { ...${JSON.stringify(elsewhere)}, words: crypto.randomUUID() }, on: true },
      }).then(({ error }) => [self.origin, error ?? 'stored'].join(': '))`,
      'document.querySelector("dt") !== null',
    );
    const stored = `https://${HERE}: stored`;
    const refused = 'null: This frame has no site.';
    expect(answers.sort()).toEqual([stored, stored, stored, refused, refused]);
    expect(await readHosts()).toEqual([HERE, HERE, HERE]);
  });

  testInOne('a press in a frame is stored for its own site', async () => {
    const tab = await openFrames();
    await hoverCode(tab, '131047');
    // A pinned card shows the rest, and does not close if a busy machine moves the pointer late.
    await pressInCard(tab, /^pin$/i);
    const button = await moveTo(tab, /^not an error code$/i);
    await tab.click(button);
    // Reading the storage takes the focus, so wait until the card has dealt with the press.
    await expect
      .poll(async () => JSON.stringify(await tab.cardTree()))
      .toContain('no longer marked here');
    await expect.poll(readHosts).toEqual([HERE]);
    await expectCodes(tab, []);
  });
});
