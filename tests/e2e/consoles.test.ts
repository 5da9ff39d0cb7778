import { describe, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  hoverCode,
  pressInCard,
  testByNight,
} from './in-browsers.ts';

/** Puts a table of failures on the current page. */
const fillTable = (
  tab: Tab,
  header: string,
  rows: readonly (readonly string[])[],
) =>
  tab.run(
    ({ header, rows }) => {
      const createRow = (cells: readonly string[], tag: string) => {
        const row = document.createElement('tr');
        row.append(
          ...cells.map((text) =>
            Object.assign(document.createElement(tag), { textContent: text }),
          ),
        );
        return row;
      };
      const table = document.createElement('table');
      table.append(
        createRow(['Time', header, 'Text'], 'th'),
        ...rows.map((cells) => createRow(cells, 'td')),
      );
      document.body.replaceChildren(table);
    },
    { header, rows },
  );

describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  /** Returns the card's text for a code in a one-row table at this URL. */
  async function readCardAt(
    base: string,
    code: string,
    text = '',
    header = 'Error code',
  ): Promise<string> {
    const tab = await open('messages', { base });
    await fillTable(tab, header, [['2026-11-20 10:00', code, text]]);
    await hoverCode(tab, code);
    await tab.press('p');
    await expectCard(tab, code, 'pinned');
    await pressInCard(tab, /^why and how$/i);
    return (await tab.cardTree())?.text ?? '';
  }

  describe('the meaning follows the console', () => {
    test('1003 is the wallet at Gupshup, with the other meaning offered', async () => {
      const card = await readCardAt('https://partner.gupshup.io/', '1003');
      expect(card).toContain('Wallet Balance Low');
      expect(card).toContain('Gupshup');
      expect(card).toMatch(/Same code elsewhere.*Not a group participant/s);
    });

    testByNight('1003 is the group participant in Meta’s console', async () =>
      expect(
        await readCardAt('https://business.facebook.com/wa/', '1003'),
      ).toMatch(/Not a group participant/),
    );

    testByNight('63016 is Twilio’s, with the code behind it', async () => {
      const card = await readCardAt('https://console.twilio.com/', '63016');
      expect(card).toMatch(/Twilio/);
      expect(card).toMatch(
        /Underlying codes.*470.*131047|Underlying codes.*131047.*470/s,
      );
    });
  });

  test('the card names a console whose Retry sends nothing, on that console only', async () => {
    expect(await readCardAt('https://app.chatwoot.com/', '131047')).toMatch(
      /Retry may send nothing/,
    );
    expect(
      await readCardAt('https://business.facebook.com/wa/', '131047'),
    ).not.toMatch(/Retry may/);
  });

  testByNight('the text of the row makes the card more specific', async () => {
    const text =
      'body: number of localizable_params (2) does not match the expected number of params (3)';
    expect(
      await readCardAt('https://business.facebook.com/wa/', '132000', text),
    ).toContain('The body expects 3 values, but you sent 2.');
  });

  testByNight(
    'the card has the owners of steps, and conflicting sources with reason and dates',
    async () => {
      const card = await readCardAt(
        'https://business.facebook.com/wa/',
        '131056',
      );
      expect(card).toMatch(/operator|developer/);
      expect(card).toMatch(
        /online source gets this wrong|online sources get this wrong/,
      );
      expect(card).toContain('Why Errata uses this meaning:');
      expect(card).toMatch(/checked \d+ \w+ 2026/);
    },
  );

  testByNight(
    'a hidden cause is shown as hidden, with ranked candidates',
    async () =>
      expect(
        await readCardAt('https://business.facebook.com/wa/', '131026'),
      ).toMatch(
        /Meta doesn’t say which cause applies\. The advice above is for cause 1:/,
      ),
  );
});
