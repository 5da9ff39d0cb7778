import { afterEach, describe, expect, test } from 'vitest';
import { getMiddle, type Point, type Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  hoverCode,
} from './in-browsers.ts';
import { addSites } from './own-browsers.ts';

async function getMiddleOf(tab: Tab, selector: string): Promise<Point> {
  const box = await tab.run((wanted) => {
    const { x, y, width, height } =
      document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);
  expect(box.width).toBeGreaterThan(0);
  return getMiddle(box);
}

const pointAt = async (tab: Tab, selector: string) =>
  tab.move(await getMiddleOf(tab, selector));
/** The height of an icon, whose middle is pointed at. */
const ICON_PX = 20;

/**
 * Points at an icon, and then at the layer directly above it. The straight way to a
 * text of the layer leaves both, and the layer closes if that takes 150 ms.
 */
async function pointAtLayerAbove(tab: Tab, icon: string): Promise<void> {
  const { x, y } = await getMiddleOf(tab, icon);
  await tab.move({ x, y });
  await tab.move({ x, y: y - ICON_PX });
}

const clickOn = async (tab: Tab, selector: string) =>
  tab.click(await getMiddleOf(tab, selector));

/** Returns the card's text for a code, after hovering over it. */
async function readCard(tab: Tab, code: string): Promise<string> {
  await hoverCode(tab, code);
  await expectCard(tab, code);
  return (await tab.cardTree())?.text ?? '';
}

/** Returns visible marks that are not on their own text. */
const findStrayMarks = (tab: Tab, within: string) =>
  tab.run((wanted) => {
    const { top, bottom } =
      document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return [...CSS.highlights]
      .filter(([name]) => name.startsWith('errata'))
      .flatMap(([, ranges]) => [...ranges] as Range[])
      .filter((range) => {
        const { x, y, width, height } = range.getBoundingClientRect();
        const at = y + height / 2;
        if (at < top + 40 || at > bottom) return false;
        return !document
          .elementFromPoint(x + width / 2, at)
          ?.textContent?.includes(String(range));
      })
      .map(String);
  }, within);

describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  describe('WhatsApp Manager', () => {
    const MANAGER = { base: 'https://business.facebook.com/latest/' };
    const FIRST = [
      '131049',
      '131026',
      '131047',
      '130472',
      '131053',
      '131000',
      'Paused',
    ];
    /** Returns the visible texts of the code column. */
    const readCodeColumn = (tab: Tab) =>
      tab.run(() =>
        [...document.querySelectorAll('[role="grid"] [role="row"]')]
          .map(
            (row) =>
              row.querySelectorAll('[role="gridcell"]')[3]?.textContent ?? '',
          )
          .filter((text) => text !== ''),
      );

    test('the codes of the table are marked, and no count, amount, date, name or id of a template', async () => {
      const tab = await open('whatsapp-manager', MANAGER);
      await expectCodes(tab, FIRST);
      const card = await readCard(tab, '131049');
      expect(card).toContain('Meta chose not to deliver');
      // The limit holds for some countries only, and the grid shows no number.
      expect(card).toContain('Country of the recipient unknown');
    });

    test('each mark stays with its code while rows move and are recycled', async () => {
      const tab = await open('whatsapp-manager', MANAGER);
      await expectCodes(tab, FIRST);
      await pointAt(tab, '[role="grid"]');
      for (const by of [30, 300, 2_000, -700, 44]) {
        const before = await readCodeColumn(tab);
        await tab.scroll(by);
        if (by !== 30)
          await expect.poll(() => readCodeColumn(tab)).not.toEqual(before);
        await expect
          .poll(async () => (await tab.codes()).join())
          .toBe([...(await readCodeColumn(tab)), 'Paused'].sort().join());
        expect(await findStrayMarks(tab, '[role="grid"]')).toEqual([]);
      }
    });

    test('a status that stops sending is marked, and no other', async () => {
      const tab = await open('whatsapp-manager', MANAGER);
      await expectCodes(tab, FIRST);
      await tab.move(await tab.pointOf('Paused'));
      await expectCard(tab, 'PAUSED');
      expect((await tab.cardTree())?.text).toContain('Template paused');
    });

    test('a code in a popover next to a status is found, with its card', async () => {
      const tab = await open('whatsapp-manager', MANAGER);
      await expectCodes(tab, FIRST);
      await pointAt(tab, '[aria-label="About Paused"]');
      await expectCodes(tab, [...FIRST, '132015']);
      await pointAt(tab, '[aria-label="About Some sends failed"]');
      await expectCodes(tab, [...FIRST, '132015', '132012']);
      const card = await readCard(tab, '132012');
      expect(card).toContain('Template Parameter Format Mismatch');
      expect(card).toContain('Your turn');
    });
  });

  describe('the app dashboard', () => {
    const TOOLS = { base: 'https://developers.facebook.com/tools/' };

    test('in coloured code the code is marked, and no line number, id, telephone number or time', async () => {
      const tab = await open('app-dashboard', TOOLS);
      await expectCodes(tab, ['131049']);
    });

    test('a later answer is marked in its text and its code, but not in its status, time or ID', async () => {
      const tab = await open('app-dashboard', TOOLS);
      await clickOn(tab, '#submit');
      await expectCodes(tab, ['131049', '131030', '131030']);
      const card = await readCard(tab, '131030');
      expect(card).toContain('Recipient phone number not in allowed list');
      expect(card).toContain('Your turn');
    });

    test('the next answer replaces the first, with code and subcode', async () => {
      const tab = await open('app-dashboard', TOOLS);
      await clickOn(tab, '#submit');
      await expectCodes(tab, ['131049', '131030', '131030']);
      await clickOn(tab, '#submit');
      await expectCodes(tab, ['131049', '100', '33']);
    });
  });

  test('Twilio: the codes of log, message and request, and no count, SID, telephone number, price or time', async () => {
    const tab = await open('twilio-errors', {
      base: 'https://console.twilio.com/us1/monitor/logs/',
    });
    await expectCodes(tab, ['63016', '63024', '11200', '63049', '63032']);
    const card = await readCard(tab, '63016');
    expect(card).toContain('Outside messaging window');
    expect(card).toContain('Your turn');
  });

  describe('Chatwoot', () => {
    const CLOUD = {
      base: 'https://app.chatwoot.com/app/accounts/1/conversations/',
    };

    test('an error shown by a style next to its icon is marked while it is visible', async () => {
      const tab = await open('chatwoot', CLOUD);
      await pointAt(tab, '#first');
      await expectCodes(tab, ['131026']);
      await tab.move({ x: 5, y: 5 });
      await expectCodes(tab, []);
    });

    test('the pointer can move from the icon into the text and opens the card', async () => {
      const tab = await open('chatwoot', CLOUD);
      await pointAtLayerAbove(tab, '#first');
      const card = await readCard(tab, '131026');
      expect(card).toContain('Message Undeliverable');
      expect(card).toContain("Recipient's turn");
      expect(card).toContain('Retry may send nothing');
    });

    test('an error in a layer at the end of the page is marked until the layer closes', async () => {
      const tab = await open('chatwoot', CLOUD);
      await pointAt(tab, '#second');
      await expectCodes(tab, ['131047']);
      await tab.move({ x: 5, y: 5 });
      await expectCodes(tab, []);
    });
  });
});

// On sites that the user added, and that are no longer there for the next file.
describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  let added = '';
  let settings: Tab;
  afterEach(async () => {
    await settings.close();
    await browser().withdraw(added);
  });
  async function openAdded(
    fixture: string,
    pattern: string,
    base: string,
  ): Promise<Tab> {
    added = pattern;
    settings = await addSites(browser(), [pattern]);
    return open(fixture, { base });
  }

  test('Chatwoot on a self-hosted domain', async () => {
    const tab = await openAdded(
      'chatwoot',
      'https://desk.example/*',
      'https://desk.example/app/',
    );
    await pointAtLayerAbove(tab, '#first');
    const card = await readCard(tab, '131026');
    expect(card).toContain('Message Undeliverable');
    expect(card).toContain("Recipient's turn");
  });

  test('n8n: codes of error and data, folded parts once they open, and no id, count, time or line', async () => {
    const tab = await openAdded(
      'n8n',
      'https://*.app.n8n.cloud/*',
      'https://acme.app.n8n.cloud/workflow/',
    );
    await expectCodes(tab, ['132000', '131049', '131049', '131026']);
    for (const fold of ['#from', '#info'])
      await clickOn(tab, `${fold} summary`);
    // n8n labels an HTTP status "Error code". The test accepts it with or without a mark.
    await expect
      .poll(async () => (await tab.codes()).filter((code) => code !== '400'))
      .toEqual(['131026', '131049', '131049', '132000', '132000', '132000']);
    const card = await readCard(tab, '132000');
    expect(card).toContain('Template Param Count Mismatch');
    expect(card).toContain('Your turn');
  });

  test('Zendesk: codes of a log in a note, and none in the reply, the fields, the numbers of ticket, order and telephone', async () => {
    const tab = await openAdded(
      'zendesk',
      'https://*.zendesk.com/*',
      'https://acme.zendesk.com/agent/tickets/',
    );
    await expectCodes(tab, ['131026', '131026', '131049', '131047', '131053']);
    const card = await readCard(tab, '131026');
    expect(card).toContain('Message Undeliverable');
    expect(card).toContain("Recipient's turn");
    expect(await browser().errors()).toEqual([]);
  });
});
