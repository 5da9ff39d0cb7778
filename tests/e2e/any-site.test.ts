import { expect, test } from 'vitest';
import { getMiddle, type Tab } from './browser.ts';
import {
  BOTH,
  expectCodes,
  findStill,
  hoverCode,
  MESSAGES,
  pressInCard,
  testByNight,
  testInOneBrowser,
} from './in-browsers.ts';
import { describeInOwnBrowsers } from './own-browsers.ts';

/** Marks a control for `findStill`, by its name. Opens its `details` element. */
function tagControl(name: string): void {
  const label = [...document.querySelectorAll('[id], button')].find(
    (one) =>
      one.textContent?.trim() === name &&
      (one.id || one.localName === 'button'),
  );
  const control =
    label?.localName === 'button'
      ? label
      : document.querySelector(`[aria-labelledby="${label?.id}"]`);
  const fold = control?.closest('details');
  if (fold) fold.open = true;
  for (const old of document.querySelectorAll('[data-wanted]'))
    old.removeAttribute('data-wanted');
  control?.setAttribute('data-wanted', '');
}

describeInOwnBrowsers(BOTH, '%s', ({ name, browser, passing, add }) => {
  async function openMessages(base: string): Promise<Tab> {
    const tab = await passing(browser().open('messages', { base }));
    await tab.run(() => {
      globalThis.records = ['same page'];
    });
    return tab;
  }

  const testInOne = testInOneBrowser(name);

  const openSettings = () => passing(browser().openExtension('options.html'));

  /**
   * Clicks a control of the settings by its name, once a list above it no longer moves it, and accepts the browser's permission
   * prompt. Not by key: Firefox sends keys only to the tab in front.
   */
  async function pressControl(settings: Tab, control: string): Promise<void> {
    const hasControl = () => document.querySelector('[data-wanted]') !== null;
    await expect
      .poll(async () => {
        await settings.run(tagControl, control);
        return settings.run(hasControl);
      })
      .toBe(true);
    await settings.click(await findStill(settings, '[data-wanted]'));
  }

  const readMainText = (tab: Tab) =>
    tab.run(() => document.querySelector('main')?.textContent ?? '');
  const isSamePage = async (tab: Tab) =>
    expect(await tab.run(() => globalThis.records)).toEqual(['same page']);
  /** Waits long enough for injected scripts. */
  const waitForScripts = () => new Promise((soon) => setTimeout(soon, 600));

  /** Returns the badge texts of all tabs. */
  const readBadges = () =>
    browser().inExtension<string[]>(`(async () => {
      const all = await chrome.tabs.query({});
      const texts = await Promise.all(all.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
      return texts.filter((text) => text !== '');
    })()`);

  testByNight(
    'on a site without https, where the browser has no clipboard for pages, the card still copies',
    async () => {
      await add('http://inhouse.example/*');
      const tab = await openMessages('http://inhouse.example/wa/');
      await expectCodes(tab, MESSAGES);
      await hoverCode(tab, '131047');
      await pressInCard(tab, /^copy$/i);
      await expect
        .poll(async () => (await tab.cardTree())?.text)
        .toMatch(/copied/i);
      const field = await tab.run(() => {
        document.body.insertAdjacentHTML('afterbegin', '<textarea></textarea>');
        const { x, y, width, height } =
          document.querySelector('textarea')?.getBoundingClientRect() ??
          new DOMRect();
        return { x, y, width, height };
      });
      await tab.click(getMiddle(field));
      await tab.press('Control+v');
      const readTicketText = () =>
        tab.run(() => document.querySelector('textarea')?.value ?? '');
      await expect
        .poll(readTicketText)
        .toMatch(/^131047: Re-engagement message/);
    },
  );

  testByNight(
    'on a blog, the card says quietly that the page explains a code differently',
    async () => {
      await add('https://blog.example/*');
      const tab = await openMessages('https://blog.example/whatsapp-codes/');
      await tab.run(() => {
        document.body.innerHTML = `<table><tr><th>Error code</th><th>Meaning</th></tr>
        <tr><td>131026</td><td>The recipient is not on WhatsApp</td></tr>
        <tr><td>131047</td><td>Your template was paused</td></tr></table>`;
      });
      await expectCodes(tab, ['131026', '131047']);
      const readCard = async () => (await tab.cardTree())?.text ?? '';
      await hoverCode(tab, '131047');
      await tab.press('p');
      await expect
        .poll(readCard)
        .toMatch(/Re-engagement.*This page explains the code differently/s);
      await tab.press('Escape');
      await hoverCode(tab, '131026');
      await tab.press('p');
      await expect.poll(readCard).toMatch(/undeliverable/i);
      await waitForScripts();
      expect(await readCard()).not.toContain('differently');
    },
  );

  testInOne(
    'a console of another kind is switched on in the settings, at once, and off again',
    async () => {
      const site = 'https://acme.zendesk.com/agent/';
      const tab = await openMessages(site);
      await waitForScripts();
      await expectCodes(tab, []);
      const settings = await openSettings();
      await browser().willAllow(['https://*.zendesk.com/*']);
      await pressControl(settings, 'Zendesk');
      await expectCodes(tab, MESSAGES);
      await isSamePage(tab);
      await expectCodes(
        await openMessages('https://other.zendesk.com/agent/'),
        MESSAGES,
      );
      await pressControl(settings, 'Zendesk');
      await expectCodes(tab, []);
      await isSamePage(tab);
      const later = await openMessages(site);
      await waitForScripts();
      await expectCodes(later, []);
    },
  );

  test('an added site survives an update, and is removed in the settings', async () => {
    const site = 'https://crm.example/tickets/';
    const tab = await openMessages(site);
    await add('https://crm.example/*');
    await expectCodes(tab, MESSAGES);
    await isSamePage(tab);
    await browser().reloadExtension();
    await expect.poll(() => browser().badge(tab)).toBe('6');
    await expectCodes(tab, MESSAGES);
    const later = await openMessages(site);
    await expectCodes(later, MESSAGES);
    await expectCodes(await openMessages('https://www.crm.example/'), []);

    const settings = await openSettings();
    await expect.poll(() => readMainText(settings)).toContain('crm.example');
    await pressControl(settings, 'Remove crm.example');
    await expect
      .poll(() => readMainText(settings))
      .not.toContain('crm.example');
    for (const old of [tab, later]) await expectCodes(old, []);
    await expect.poll(readBadges).toEqual([]);
  });

  testByNight(
    'a site that was added is there again after Errata was switched off and on',
    async () => {
      await add('https://crm.example/*');
      await expectCodes(
        await openMessages('https://crm.example/tickets/'),
        MESSAGES,
      );
      await browser().switchOffAndOn();
      await expectCodes(
        await openMessages('https://crm.example/tickets/'),
        MESSAGES,
      );
      await browser().withdraw('https://crm.example/*');
    },
  );

  test('a site revoked in the browser loses its marks at once, and the settings show it', async () => {
    const tab = await openMessages('https://desk.example/');
    const settings = await add('https://desk.example/*');
    await expectCodes(tab, MESSAGES);
    await expect.poll(() => readMainText(settings)).toContain('desk.example');
    await browser().withdraw('https://desk.example/*');
    await expectCodes(tab, []);
    await isSamePage(tab);
    await expect
      .poll(() => readMainText(settings))
      .not.toContain('desk.example');
  });

  // access.test.ts covers access that Chromium revokes.
  test.runIf(name === 'firefox')(
    'access to a console that the browser revoked is restored with one click',
    async () => {
      const tab = await openMessages('https://business.facebook.com/wa/');
      await expectCodes(tab, MESSAGES);
      const settings = await openSettings();
      await browser().willAllow([]);
      await browser().withdraw('https://business.facebook.com/*');
      await expectCodes(tab, []);
      await expect
        .poll(() => readMainText(settings))
        .toContain('The browser blocks Errata on WhatsApp Manager');
      await pressControl(settings, 'Allow access');
      await expectCodes(tab, MESSAGES);
      await isSamePage(tab);
      await expect
        .poll(() => readMainText(settings))
        .not.toContain('The browser blocks Errata on');
    },
  );

  testInOne(
    'on a host that a console shares, its pages alone are marked',
    async () => {
      const [inside, outside] = [
        await openMessages('https://zapier.com/app/history/'),
        await openMessages('https://zapier.com/blog/'),
      ];
      await add('https://zapier.com/*');
      await expectCodes(inside, MESSAGES);
      await expectCodes(
        await openMessages('https://zapier.com/editor/'),
        MESSAGES,
      );
      const again = await openMessages('https://zapier.com/blog/');
      await waitForScripts();
      for (const tab of [outside, again]) expect(await tab.codes()).toEqual([]);
      await browser().withdraw('https://zapier.com/*');
    },
  );

  testInOne('one tab is paused by its key, and no other', async () => {
    const [other, tab] = [
      await openMessages('https://business.facebook.com/wa/'),
      await openMessages('https://business.facebook.com/wa/'),
    ];
    for (const each of [other, tab]) await expectCodes(each, MESSAGES);
    await browser().command(tab, 'pause-tab');
    await expectCodes(tab, []);
    await tab.reload();
    await waitForScripts();
    await expectCodes(tab, []);
    await expectCodes(other, MESSAGES);
    await browser().command(tab, 'pause-tab');
    await expectCodes(tab, MESSAGES);
  });

  testInOne(
    'a part of a site is paused, and a page that goes on to another part is marked',
    async () => {
      const tab = await openMessages('https://business.facebook.com/wa/');
      await expectCodes(tab, MESSAGES);
      const setHostPaused = (part: string) =>
        browser().inExtension(
          `chrome.storage.local.set({ settings: { pausedHosts: ['${part}'] } })`,
        );
      const goTo = (path: string) =>
        tab.run((to) => history.pushState(null, '', to), path);
      await setHostPaused('business.facebook.com/wa');
      await expectCodes(tab, []);
      const tells = await tab.run(() => 'navigation' in globalThis);
      if (tells) {
        await goTo('/inbox/');
        await expectCodes(tab, MESSAGES);
        await goTo('/wa/messages/');
        await expectCodes(tab, []);
      }
      await tab.reload();
      await waitForScripts();
      await expectCodes(tab, []);
      if (tells) await goTo('/inbox/');
      else await setHostPaused('business.facebook.com/inbox');
      await expectCodes(tab, MESSAGES);
      await setHostPaused('business.facebook.com/no');
      await expectCodes(tab, MESSAGES);
    },
  );

  testByNight(
    'a page whose part is paused has no mark in its frames, whatever their address',
    async () => {
      const twice = [...MESSAGES, ...MESSAGES].sort();
      const setHostPaused = (part: string) =>
        browser().inExtension(
          `chrome.storage.local.set({ settings: { pausedHosts: ['${part}'] } })`,
        );
      await setHostPaused('business.facebook.com/no');
      const tab = await openMessages('https://business.facebook.com/wa/');
      const addFrame = () =>
        tab.run(() => {
          const frame = document.createElement('iframe');
          frame.src = '/inbox/messages/';
          frame.style.cssText = 'width: 900px; height: 600px';
          document.body.prepend(frame);
        });
      await addFrame();
      await expectCodes(tab, twice);
      await setHostPaused('business.facebook.com/wa');
      await expectCodes(tab, []);
      await tab.reload();
      await addFrame();
      await waitForScripts();
      await expectCodes(tab, []);
      await setHostPaused('business.facebook.com/no');
      await expectCodes(tab, twice);
    },
  );

  testInOne('all sites can be granted and revoked', async () => {
    const tab = await openMessages('https://nobody.example/');
    const known = await openMessages('https://business.facebook.com/wa/');
    const settings = await openSettings();
    await browser().willAllow(['https://*/*', 'http://*/*']);
    await pressControl(settings, 'Explain codes on every site');
    await expectCodes(tab, MESSAGES);
    await expectCodes(await openMessages('http://plain.example/'), MESSAGES);
    await pressControl(settings, 'Explain codes on every site');
    await expectCodes(tab, []);
    // Chromium also revokes access to the consoles, and a test cannot accept the prompt to restore it.
    if (name === 'firefox') await expectCodes(known, MESSAGES);
    else
      await expect
        .poll(() => readMainText(settings))
        .toContain('The browser blocks Errata on all');
    const later = await openMessages('https://nobody.example/');
    await waitForScripts();
    await expectCodes(later, []);
  });

  test('no error was logged', async () =>
    expect(await browser().errors()).toEqual([]));
});
