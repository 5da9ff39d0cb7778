import { expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  expectCodes,
  MESSAGES,
  pressInCard,
  testByNight,
} from './in-browsers.ts';
import { selectText } from './in-page.ts';

describeInBrowsers(BOTH, (open, browser, testInOne) => {
  test('explains a selection on a console in place', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(selectText, '130472');
    await browser().chooseExplain(tab);
    await expectCard(tab, '130472', expect.stringMatching(/open|pinned/));
  });

  testByNight(
    'says so if the selection has neither a code nor a known wording',
    async () => {
      const tab = await open('messages');
      await tab.run(() => {
        const late = document.querySelector('#late');
        if (late) late.textContent = 'qwertzuiop';
      });
      await tab.run(selectText, 'qwertzuiop');
      await browser().chooseExplain(tab);
      await expect
        .poll(async () => (await tab.cardTree())?.text ?? '')
        .toMatch(
          /no error code.*No error in the catalogue has this wording.*search the catalogue/i,
        );
    },
  );

  const SURE =
    /No code number found\. The text “[^”]+” matches [^(]+\((possible|likely|very likely), \d+%\)/;

  testByNight(
    'answers a selection without a number by its wording, and says how surely',
    async () => {
      const tab = await open('messages');
      await tab.run(() => {
        const late = document.querySelector('#late');
        if (late) late.textContent = 'Status: failed. Message undeliverable.';
      });
      await tab.run(selectText, 'failed. Message undeliverable');
      await browser().chooseExplain(tab);
      await expectCard(tab, '131026', expect.stringMatching(/open|pinned/));
      expect((await tab.cardTree())?.text).toMatch(SURE);
    },
  );

  testInOne(
    'lists all codes with the wording of a selection, and opens one, also in a frame',
    async () => {
      const tab = await open('frames');
      await expect.poll(() => tab.codes()).toContain('131026');
      await tab.run(() => {
        const { contentDocument, contentWindow } = document.querySelector(
          '#srcdoc',
        ) as HTMLIFrameElement;
        if (!contentDocument) return;
        contentDocument.body.innerHTML = '<p>Parameter value is not valid</p>';
        contentWindow?.getSelection()?.selectAllChildren(contentDocument.body);
      });
      await browser().chooseExplain(tab);
      const readText = async () => (await tab.cardTree())?.text ?? '';
      await expect.poll(readText).toMatch(SURE);
      expect(await readText()).toMatch(
        /meanings.*Which of these codes is it\?.*131009.*33/,
      );
      await pressInCard(tab, /^131009/);
      await expect
        .poll(readText)
        .toMatch(/Back to Parameter value is not valid/);
      expect(await readText()).toMatch(SURE);
    },
  );

  testInOne('moves from code to code with the keyboard command', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131047', expect.stringMatching(/open|pinned/));
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131049', expect.stringMatching(/open|pinned/));
    await browser().command(tab, 'previous-code');
    await expectCard(tab, '131047', expect.stringMatching(/open|pinned/));
    await tab.press('Escape');
    await expectCard(tab, null);
  });

  testInOne(
    'the keyboard command says if there is no code, and moves neither page nor focus',
    async () => {
      const tab = await open('messages');
      await expectCodes(tab, MESSAGES);
      await tab.run(() => {
        document.body.innerHTML = '<p>All delivered.</p><input value="mine">';
        document.querySelector('input')?.focus();
      });
      await expectCodes(tab, []);
      const readPageState = () =>
        tab.run(() => [
          document.activeElement?.localName,
          document.body.innerHTML,
          scrollY,
          innerHeight,
        ]);
      const before = await readPageState();
      await browser().command(tab, 'next-code');
      await expect
        .poll(async () => (await tab.cardTree())?.text ?? '')
        .toContain('Errata found no error codes on this page.');
      expect(await readPageState()).toEqual(before);
      await tab.press('Escape');
      await expect
        .poll(async () => (await tab.cardTree())?.text ?? '')
        .not.toContain('Errata found no');
      expect(await readPageState()).toEqual(before);
    },
  );

  test('no key that is typed in the card reaches the page', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      globalThis.records = [];
      for (const type of ['keydown', 'keypress', 'keyup'])
        window.addEventListener(
          type,
          (event) => globalThis.records?.push((event as KeyboardEvent).key),
          true,
        );
    });
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131047', expect.stringMatching(/open|pinned/));
    for (const key of ['j', '/', 'p']) await tab.press(key);
    await expectCard(tab, '131047', expect.stringMatching(/open|pinned/));
    expect(await tab.run(() => globalThis.records)).toEqual([]);
    await tab.press('Escape');
    await expectCard(tab, null);
    await tab.press('j');
    await expect.poll(() => tab.run(() => globalThis.records)).toContain('j');
  });
});

// Chromium's native menu needs a display; see menu-native.test.ts. A dispatched event does not grant `activeTab`.
describeInBrowsers(['firefox'], (open, browser) => {
  test('explains a selection on a site without access', async () => {
    const tab = await open('other-site', { base: 'https://forum.example/' });
    await tab.run(selectText, '131047');
    await browser().chooseExplain(tab);
    await expectCard(tab, '131047', expect.stringMatching(/open|pinned/));
    expect((await tab.cardTree())?.text).toMatch(/re-engagement/i);

    // Errata answers on this site but does not mark codes.
    const popup = await browser().openExtension('popup.html');
    const readSiteLine = () =>
      popup.run(() => document.querySelector('#site-state')?.textContent ?? '');
    await expect.poll(readSiteLine).toMatch(/isn’t enabled on|^Look up a code/);
    await popup.close();
  });

  test('answers a selection by its wording on a site without access', async () => {
    const tab = await open('other-site', { base: 'https://forum.example/' });
    await tab.run(() => document.body.prepend('Parameter value is not valid'));
    await tab.run(selectText, 'Parameter value is not valid');
    await browser().chooseExplain(tab);
    await expect
      .poll(async () => (await tab.cardTree())?.text ?? '')
      .toMatch(/No code number found.*131009/);
  });
});

describeInBrowsers(['firefox'], (_, browser) => {
  test('answers a selection on its own page, into which Firefox injects nothing since 152', async () => {
    const own = await browser().openExtension(
      'catalogue.html?provider=meta#131047',
    );
    await expect
      .poll(() => own.run(() => document.body.textContent))
      .toContain('Re-engagement message');
    await own.run(selectText, 'Re-engagement message');
    await own.run(() =>
      getSelection()?.anchorNode?.parentElement?.scrollIntoView({
        block: 'center',
      }),
    );
    await browser().chooseExplain(own);
    const popup = await browser().tabAt('popup.html?');
    await expect
      .poll(() => popup.run(() => document.body.textContent))
      .toContain('131047');
    await popup.close();
    await own.close();
  });
});

describeInBrowsers(['chromium'], (open, browser) => {
  test('opens the search on a page that cannot be scripted', async () => {
    const tab = await open('other-site', { base: 'https://forum.example/' });
    await tab.run(selectText, '131047');
    await browser().chooseExplain(tab);
    const popup = await browser().tabAt('popup.html?q=131047');
    await expect
      .poll(() => popup.run(() => document.body.textContent))
      .toMatch(/re-engagement/i);
    await popup.close();
  });

  test.each<[text: string, shown: RegExp, never: RegExp]>(
    takeNthByDay(3, [
      ['template paused', /132015/, /No code/],
      ['Error 131047', /131047.*Re-engagement message/, /No code/],
      [
        'Error 131047, then error 131026 and error 130429',
        /131047.*131026.*130429/,
        /No code/,
      ],
    ]),
  )(
    'there «%s» is answered like a text that is typed',
    async (text, shown, never) => {
      const tab = await open('other-site', { base: 'https://forum.example/' });
      await tab.run((words) => {
        document.body.prepend(words);
      }, text);
      await tab.run(selectText, text);
      await browser().chooseExplain(tab);
      const popup = await browser().tabAt('popup.html?handed=');
      const readPopupText = () =>
        popup.run(() => document.body.textContent ?? '');
      await expect.poll(readPopupText).toMatch(shown);
      expect(await readPopupText()).not.toMatch(never);
      await popup.close();
    },
  );
});
