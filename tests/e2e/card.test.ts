import { describe, expect, test } from 'vitest';
import { findNode } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  hoverCode,
  moveTo,
  pressInCard,
  testByNight,
} from './in-browsers.ts';

describeInBrowsers(BOTH, (open, _, testInOne) => {
  describe('opens', () => {
    test('on hover over a code: explains it, has a role and a name, and spaces around its separators', async () => {
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      const tree = await tab.cardTree();
      expect(tree?.text).toContain('131047');
      expect(tree?.text).toMatch(/re-engagement/i);
      expect(await tab.card()).toMatchObject({ closed: true, hosts: 1 });
      const named = findNode(
        tree,
        ({ attributes }) => attributes.role !== undefined,
      );
      expect(named?.attributes.role).toMatch(
        /dialog|tooltip|region|complementary/,
      );
      expect(
        named?.attributes['aria-label'] ?? named?.attributes['aria-labelledby'],
      ).toBeTruthy();
      const turn = findNode(
        tree,
        ({ attributes }) => attributes.class === 'er-turn',
      );
      const who = await findNode(turn, ({ tag }) => tag === 'strong')?.box();
      const again = await turn?.children
        .findLast(({ tag }) => tag === 'span')
        ?.box();
      // The separator dot alone is a third of that.
      expect(
        (again?.x ?? 0) - ((who?.x ?? 0) + (who?.width ?? 0)),
      ).toBeGreaterThan(8);
    });

    testByNight(
      'on hover over an unknown code, with similar codes and the list of the provider',
      async () => {
        const tab = await open('messages');
        await tab.run(() => {
          const cell = [...document.querySelectorAll('td')].find(
            (one) => one.textContent === '131047',
          );
          if (cell) cell.textContent = '131099';
        });
        await hoverCode(tab, '131099');
        await expect
          .poll(async () => (await tab.cardTree())?.text)
          .toMatch(/until you know.*Did you mean/s);
        await pressInCard(tab, /^more$/i);
        const link = findNode(await tab.cardTree(), ({ tag }) => tag === 'a');
        expect(link?.attributes.href).toMatch(
          /^https:\/\/developers\.facebook\.com\/.*error-codes$/,
        );
        await pressInCard(tab, /131049/);
        await expect
          .poll(async () => (await tab.cardTree())?.text)
          .toMatch(/Back to 131099/);
        await pressInCard(tab, /^back to 131099$/i);
        await pressInCard(tab, /^copy a report$/i);
        await expect
          .poll(async () => (await tab.cardTree())?.text)
          .toMatch(/copied/i);
      },
    );

    testByNight(
      'not while the pointer only moves across fifty codes',
      async () => {
        const tab = await open('many');
        await expect.poll(async () => (await tab.codes()).length).toBe(50);
        await tab.run(() => {
          new MutationObserver(() => globalThis.records.push('card')).observe(
            document,
            {
              subtree: true,
              childList: true,
              attributeFilter: ['data-state'],
            },
          );
          addEventListener('mousemove', ({ timeStamp }) =>
            globalThis.records.push(String(timeStamp)),
          );
        });
        // On a busy machine the pointer may stop on its way, as if it rested.
        const hasRested = () => {
          const times = globalThis.records
            .filter((record) => record !== 'card')
            .map(Number);
          return times.some((time, at) => time - (times[at - 1] ?? time) > 150);
        };
        const { x } = await tab.pointOf('131047');
        do {
          await tab.move({ x, y: 2 }, 1);
          await expectCard(tab, null);
          await tab.run(() => {
            globalThis.records = [];
          });
          await tab.move({ x, y: 705 }, 140);
          await tab.move({ x: 900, y: 705 }, 2);
        } while (await tab.run(hasRested));
        // A later hover that opens a card proves that a card for the first code would have had enough time.
        await tab.move(await tab.pointOf('130472'));
        await expectCard(tab, '130472');
        const cards = () =>
          globalThis.records.filter((record) => record === 'card').length;
        expect(await tab.run(cards)).toBeLessThanOrEqual(3);
      },
    );

    testByNight('beside the code, never over it or the pointer', async () => {
      const tab = await open('messages');
      for (const code of ['131047', '130472']) {
        await hoverCode(tab, code);
        const at = await tab.pointOf(code);
        const tree = await tab.cardTree();
        const box = await (
          findNode(
            tree,
            ({ tag, attributes }) =>
              tag === 'article' || attributes.role !== undefined,
          ) ?? tree
        )?.box();
        if (!box) throw new Error('no card');
        const covers =
          at.x >= box.x &&
          at.x <= box.x + box.width &&
          at.y >= box.y &&
          at.y <= box.y + box.height;
        expect(covers).toBe(false);
        await tab.press('Escape');
        await expectCard(tab, null);
        await tab.move({ x: 5, y: 700 });
      }
    });

    test('on a page that resets all styles, covers itself and stops all events', async () => {
      const tab = await open('hostile');
      await hoverCode(tab, '131047');
      const tree = await tab.cardTree();
      const box = await findNode(
        tree,
        ({ tag, attributes }) =>
          tag === 'article' || attributes.role !== undefined,
      )?.box();
      expect(box?.width).toBeGreaterThan(200);
      expect(box?.x).toBeLessThan(700);
      expect(await tab.run(() => globalThis.errors)).toEqual([]);
    });

    test('for a code in a frame too small for it', async () => {
      const tab = await open('frames');
      await hoverCode(tab, '131000');
      const card = findNode(
        await tab.cardTree(),
        ({ attributes }) => attributes.role !== undefined,
      );
      const box = await card?.box();
      if (!box) throw new Error('no card');
      expect(box.height).toBeGreaterThan(150);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1280);
      expect(box.y + box.height).toBeLessThanOrEqual(800);
    });

    test('for a code in a closed shadow root', async () => {
      const tab = await open('shadow');
      await hoverCode(tab, '131026');
    });
  });

  describe('stays', () => {
    test('when clicked: that pins it and shows the rest, except on a button, which does only its own action', async () => {
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      const readText = async () => (await tab.cardTree())?.text ?? '';
      expect(await readText()).not.toContain('Wrong mark?');
      await pressInCard(tab, /^tell the customer$/i);
      await expect.poll(readText).toContain('Copy this text');
      await expectCard(tab, '131047', 'open');
      const title = findNode(await tab.cardTree(), ({ tag }) => tag === 'h2');
      const { x, y } = (await title?.box()) ?? { x: 0, y: 0 };
      await tab.click({ x: x + 20, y: y + 8 });
      await expectCard(tab, '131047', 'pinned');
      await expect.poll(readText).toContain('Wrong mark?');
    });

    testByNight(
      'when pinned on its code: shows another code when the pointer rests there, and leads back to what was open',
      async () => {
        const tab = await open('messages');
        await hoverCode(tab, '131047');
        await tab.press('p');
        await expectCard(tab, '131047', 'pinned');
        await pressInCard(tab, /^why and how$/i);
        await tab.move(await tab.pointOf('131026'), 10);
        await expectCard(tab, '131026', 'pinned');
        expect(await tab.card()).toMatchObject({ hosts: 1 });
        await pressInCard(tab, /^back to 131047$/i);
        await expectCard(tab, '131047', 'pinned');
        expect((await tab.cardTree())?.text).toContain(
          'Check when the customer last wrote',
        );
        const current = (await tab.marks()).filter(({ highlight }) =>
          highlight.startsWith('errata-current'),
        );
        expect(current.map(({ text }) => text)).toEqual(['131047']);
      },
    );

    testInOne(
      'when pinned: leaving and scrolling do not close it',
      async () => {
        const tab = await open('messages');
        await hoverCode(tab, '131047');
        await pressInCard(tab, /^pin$/i);
        await expectCard(tab, '131047', 'pinned');
        await tab.move({ x: 1200, y: 780 }, 10);
        await tab.scroll(60);
        await expect.poll(() => tab.run(() => scrollY)).toBeGreaterThan(0);
        await expectCard(tab, '131047', 'pinned');
        await tab.press('Escape');
        await expectCard(tab, null);
      },
    );

    testByNight(
      'when the window is open: its verdict says so at once or after one answer, and so does its copy',
      async () => {
        const tab = await open('messages');
        await hoverCode(tab, '131047');
        await tab.press('p');
        await expectCard(tab, '131047', 'pinned');
        const readVerdict = async () =>
          findNode(
            await tab.cardTree(),
            ({ attributes }) => attributes.class === 'er-verdict',
          )?.text ?? '';
        expect(await readVerdict()).toMatch(/template/);
        await pressInCard(tab, /^3 h ago$/);
        await expect
          .poll(readVerdict)
          .toMatch(/^Window open until .*Free-form messages are allowed/);
        await pressInCard(tab, /^copy$/i);
        await expect
          .poll(async () => (await tab.cardTree())?.text)
          .toMatch(/copied/i);
        await tab.press('Escape');
        await tab.run(() => {
          const cell = [...document.querySelectorAll('td')].find(
            (one) => one.textContent === '131047',
          );
          const at = new Date(Date.now() - 2 * 36e5).toISOString();
          document
            .querySelector('thead tr')
            ?.insertAdjacentHTML(
              'beforeend',
              '<th>Last message from customer</th>',
            );
          cell?.parentElement?.insertAdjacentHTML(
            'beforeend',
            `<td>${at}</td>`,
          );
          document.body.insertAdjacentHTML(
            'afterbegin',
            '<textarea></textarea>',
          );
          document.querySelector('textarea')?.focus();
        });
        await tab.press('Control+v');
        const readCopy = () =>
          tab.run(() => document.querySelector('textarea')?.value);
        await expect
          .poll(readCopy)
          .toMatch(
            /^131047: .*Window open until .*Free-form messages are allowed/,
          );
        await hoverCode(tab, '131047');
        expect(await readVerdict()).toMatch(/^Window open until/);
      },
    );

    testInOne('inside an open modal dialog, and is usable there', async () => {
      const tab = await open('dialog');
      await hoverCode(tab, '131026');
      await pressInCard(tab, /^pin$/i);
      await expectCard(tab, '131026', 'pinned');
      expect(
        await tab.run(() =>
          globalThis.clicks.filter((target) => target === 'retry'),
        ),
      ).toEqual([]);
    });
  });

  test('the page cannot open, pin or close it with events of its own, nor read it', async () => {
    const tab = await open('messages');
    await expect.poll(() => tab.codes()).toContain('131047');
    await tab.run(() => {
      globalThis.records = [];
      new MutationObserver(() => {
        const card = document.querySelector<HTMLElement>('errata-card');
        if (card?.dataset.state)
          globalThis.records.push(`${card.dataset.code} ${card.dataset.state}`);
      }).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-code', 'data-state'],
      });
    });
    const at = await tab.pointOf('131047');
    await tab.run(({ x, y }) => {
      const below = document.elementFromPoint(x, y);
      const made = { bubbles: true, composed: true, clientX: x, clientY: y };
      for (const type of [
        'pointerover',
        'pointermove',
        'mouseover',
        'mousemove',
        'mouseenter',
      ])
        below?.dispatchEvent(new PointerEvent(type, made));
      for (const type of ['pointerdown', 'pointerup'])
        below?.dispatchEvent(
          new PointerEvent(type, {
            ...made,
            pointerType: 'touch',
            isPrimary: true,
          }),
        );
    }, at);
    // A real hover, and below a real key, prove that the synthetic events had enough time.
    await hoverCode(tab, '131049');
    await moveTo(tab, /^pin$/i);
    const seen = await tab.run(() => {
      const card = document.querySelector('errata-card');
      for (const key of ['p', 'Escape'])
        for (const type of ['keydown', 'keyup'])
          card?.dispatchEvent(
            new KeyboardEvent(type, { key, bubbles: true, composed: true }),
          );
      for (const type of ['pointerdown', 'pointerup', 'click'])
        card?.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true }),
        );
      return {
        root: card?.shadowRoot,
        text: card?.textContent,
        attributes: [...(card?.attributes ?? [])]
          .map(({ name }) => name)
          .sort(),
      };
    });
    expect(seen).toEqual({
      root: null,
      text: '',
      attributes: ['data-code', 'data-state', 'popover'],
    });
    await expectCard(tab, '131049');
    await tab.press('p');
    await expectCard(tab, '131049', 'pinned');
    expect([...new Set(await tab.run(() => globalThis.records))]).toEqual([
      '131049 open',
      '131049 pinned',
    ]);
  });
});
