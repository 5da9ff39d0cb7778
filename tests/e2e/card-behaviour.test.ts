import { expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  hoverCode,
  pressInCard,
  testByNight,
} from './in-browsers.ts';

// The card doesn't interfere with the page.
describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  test('a click at the hovered point reaches the link below', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131026');
    await tab.click(await tab.pointOf('131026'));
    await expect.poll(() => tab.address()).toMatch(/#details$/);
  });

  test('Escape closes only the card: the dialog stays and the page gets no key', async () => {
    const tab = await open('dialog');
    await hoverCode(tab, '131026');
    await tab.press('Escape');
    await expectCard(tab, null);
    expect(await tab.run(() => document.querySelector('dialog')?.open)).toBe(
      true,
    );
    expect(await tab.run(() => globalThis.keys)).toEqual([]);
    await tab.press('Escape');
    await expect
      .poll(() => tab.run(() => document.querySelector('dialog')?.open))
      .toBe(false);
  });

  test('an open popover and the page’s focus do not change', async () => {
    const tab = await open('messages');
    await tab.run(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div popover id="menu">Menu</div>',
      );
      document.querySelector<HTMLElement>('#menu')?.showPopover();
      document.querySelector<HTMLElement>('#link')?.focus();
    });
    await hoverCode(tab, '131047');
    expect(
      await tab.run(() => [
        document.querySelector('#menu')?.matches(':popover-open'),
        document.activeElement?.id,
      ]),
    ).toEqual([true, 'link']);
  });

  test('a card opens while another part of the page scrolls, as a log does', async () => {
    const tab = await open('messages');
    await tab.run(() => {
      const log = document.createElement('pre');
      log.style.cssText = 'height: 40px; overflow: auto';
      log.textContent = 'line\n'.repeat(1_000);
      document.body.append(log);
      setInterval(() => log.scrollBy(0, 1), 20);
    });
    await hoverCode(tab, '131047');
  });

  test('no card opens while a mouse button is down', async () => {
    const tab = await open('messages');
    await expect.poll(() => tab.codes()).toContain('131047');
    await tab.move({ x: 30, y: 300 });
    await tab.mouse('down');
    await tab.move(await tab.pointOf('131047'));
    await tab.mouse('up');
    await tab.move({ x: 700, y: 500 });
    await hoverCode(tab, '131049');
  });

  test.each(takeNthByDay(2, ['shows another page', 'goes']))(
    'a card beside a frame that %s goes with it, pinned or not',
    async (how) => {
      for (const pinned of [false, true]) {
        const tab = await open('frames');
        await hoverCode(tab, '131000');
        if (pinned) await pressInCard(tab, /^pin$/i);
        await expectCard(tab, '131000', pinned ? 'pinned' : 'open');
        await tab.run((how) => {
          const frame = document.querySelector<HTMLIFrameElement>('#small');
          if (how === 'goes') frame?.remove();
          else if (frame) frame.srcdoc = 'another';
        }, how);
        await expectCard(tab, null);
      }
    },
  );

  testByNight(
    'a card whose code leaves the page closes; a pinned one stays and says so',
    async () => {
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      await tab.run(() => document.querySelector('tbody tr')?.remove());
      await expectCard(tab, null);
      await hoverCode(tab, '131049');
      await pressInCard(tab, /^pin$/i);
      await expectCard(tab, '131049', 'pinned');
      await tab.run(() => document.querySelector('tbody tr')?.remove());
      await expect
        .poll(async () => (await tab.cardTree())?.text)
        .toContain('no longer on the page');
      await expectCard(tab, '131049', 'pinned');
    },
  );

  testByNight(
    'the next code replaces the card, and the page sees no other node',
    async () => {
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      await tab.run(() => {
        globalThis.records = [];
        new MutationObserver((records) => {
          for (const { addedNodes, removedNodes } of records)
            for (const node of [...addedNodes, ...removedNodes])
              globalThis.records.push(node.nodeName);
        }).observe(document, { subtree: true, childList: true });
      });
      await tab.move(await tab.pointOf('130472'), 3);
      await expectCard(tab, '130472');
      expect(await tab.run(() => globalThis.records)).toEqual([]);
    },
  );

  testByNight(
    'moves through the places of one code and counts them',
    async () => {
      const tab = await open('messages');
      await tab.run(() =>
        document.body.insertAdjacentHTML(
          'beforeend',
          '<p id=again>Error 131047</p>',
        ),
      );
      await expect.poll(async () => (await tab.codes()).length).toBe(7);
      await hoverCode(tab, '131047');
      expect((await tab.cardTree())?.text).toContain('1 of 2');
      await tab.press('p');
      await expectCard(tab, '131047', 'pinned');
      await pressInCard(tab, /next 131047/i);
      await expect
        .poll(async () => (await tab.cardTree())?.text)
        .toContain('2 of 2');
      const { top, bottom } = await tab.run(() => {
        const box = document.querySelector('#again')?.getBoundingClientRect();
        return { top: box?.top ?? -1, bottom: box?.bottom ?? -1 };
      });
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(800);
    },
  );

  testByNight(
    'a code next to the way to the card opens, and resting next to a code closes the card',
    async () => {
      const tab = await open('messages');
      await tab.run(() => {
        document.body.innerHTML =
          '<p id=row>Failed with error 131047, error 131026, and no more after these words.</p>';
      });
      await hoverCode(tab, '131047');
      await hoverCode(tab, '131026');
      await hoverCode(tab, '131047');
      const { x, y } = await tab.pointOf('131047');
      await tab.move({ x: x + 40, y: y + 8 }, 5);
      await expectCard(tab, null);
    },
  );

  test('leaving code and card closes the card', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await tab.move({ x: 1200, y: 780 }, 20);
    await expectCard(tab, null);
  });
});
