import { act, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { answerQuestion, getSoleFinding } from '../../lib/answer/answer.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import {
  getActiveRow,
  getShownCodes,
  renderPopup,
  testReference,
} from '../../tests/fixtures/popup.tsx';
import { testPage } from '../../tests/fixtures/tab-page.ts';
import { EMPTY_REPORT, type ReadPaste } from '../shared/pasted.ts';
import { formatEntryAnnouncement } from './answer.ts';
import { getLookupContext } from './SiteLine.tsx';

const getMain = () => within(screen.getByRole('main'));

async function openPopup() {
  const popup = renderPopup();
  await popup.user.click(popup.field);
  return popup;
}
async function openWithPaste(text: string) {
  const popup = await openPopup();
  await popup.user.paste(text);
  return popup;
}

test('an entry is announced with one full stop after its title', () => {
  const entry = {
    ...testReference.catalogue.byKey.get('meta/cloud/131047'),
    title: 'Not delivered.',
  };
  const said = formatEntryAnnouncement(
    { code: '131047', entry, others: [], ambiguous: false } as never,
    testReference.catalogue,
  );
  expect(said).toMatch(/^131047, Not delivered\. \w/);
});

describe('the search field', () => {
  test('has the focus on open', () =>
    expect(renderPopup().field).toHaveFocus());

  test('finds a code, says how many results there are, and makes the first one active', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '131047');
    expect(getActiveRow(field)).toHaveAttribute('data-code', '131047');
    expect(screen.getByRole('status').textContent).toMatch(/result/);
    await expectNoAxeViolations();
  });

  test.each(['<b>131047</b>', '131047,', '(#131047)', 'code: 131047'])(
    'reads the code of «%s»',
    async (query) => {
      const { user, field } = await openPopup();
      await user.paste(query);
      expect(screen.getByRole('article')).toHaveAttribute(
        'data-code',
        '131047',
      );
      await user.click(screen.getByRole('button', { name: 'Back' }));
      expect(field).toHaveValue(query);
      expect(getActiveRow(field)).toHaveAttribute('data-code', '131047');
    },
  );

  test('separates other codes from the exact match', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '470');
    const rowsOf = (name: string) =>
      within(screen.getByRole('group', { name }))
        .getAllByRole('option')
        .map(({ dataset }) => dataset.code);
    expect(rowsOf('Results')).toEqual(['470']);
    expect(rowsOf('Related codes')).toEqual(['131047', '63016']);
    await user.clear(field);
    await user.type(field, '1310');
    expect(
      within(screen.getByRole('listbox')).getAllByRole('group'),
    ).toHaveLength(1);
    await expectNoAxeViolations();
  });

  test('ranks by the active page', async () => {
    const gupshup = {
      ...testPage,
      url: new URL('https://www.gupshup.io/whatsapp/dashboard'),
      codes: [],
    };
    const { user, field } = renderPopup('', gupshup);
    await user.type(field, '1003');
    expect(getActiveRow(field)).toHaveAttribute('data-key', 'gupshup/api/1003');
  });

  test('labels results of words as similar, unless the words are a name', async () => {
    const { user, field } = renderPopup();
    await user.type(field, 'message undeliverable');
    expect(screen.getByRole('group', { name: 'Results' })).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'customer blocked business');
    expect(
      screen.getByRole('group', { name: 'Closest matches' }),
    ).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'zebra payment');
    expect(
      screen.getByRole('group', { name: 'Closest matches' }),
    ).toBeInTheDocument();
    await expectNoAxeViolations();
  });

  test('prefers codes of the page among those with the typed prefix', async () => {
    const { user, field } = renderPopup('', {
      ...testPage,
      codes: testPage.codes.slice(0, 1),
    });
    await user.type(field, '1310');
    expect(getActiveRow(field)).toHaveAttribute('data-code', '131056');
  });

  test('moves through the list with arrow keys, Home and End, and keeps the focus', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '131');
    const found = getShownCodes();
    expect(found.length).toBeGreaterThan(2);
    await user.keyboard('{ArrowDown}');
    expect(getActiveRow(field)).toHaveAttribute('data-code', found[1]);
    await user.keyboard('{End}');
    expect(getActiveRow(field)).toHaveAttribute('data-code', found.at(-1));
    await user.keyboard('{ArrowDown}');
    expect(getActiveRow(field)).toHaveAttribute('data-code', found[0]);
    await user.keyboard('{ArrowUp}{Home}');
    expect(getActiveRow(field)).toHaveAttribute('data-code', found[0]);
    expect(field).toHaveFocus();
  });

  test('opens the active row on Enter, goes back on Escape, then clears the field', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '131047{Enter}');
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
    expect(screen.getAllByRole('status')[0]?.textContent).toMatch(
      /131047, Re-engagement message\. Your turn/,
    );
    await expectNoAxeViolations();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(field).toHaveValue('131047');
    await user.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });

  test('leaves Escape to the browser if there is nothing to close', async () => {
    const { field } = renderPopup();
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      cancelable: true,
    });
    act(() => void field.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(false);
  });

  test('opens a row on click, and Back returns to the field', async () => {
    const { user, field } = renderPopup();
    await user.type(field, 'window');
    await user.click(screen.getAllByRole('option')[0] as HTMLElement);
    expect(screen.getByRole('article')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getAllByRole('option').length).toBeGreaterThan(0);
    expect(field).toHaveFocus();
  });
});

describe('without results', () => {
  test('keeps the text and says so', async () => {
    const { user, field } = renderPopup();
    await user.type(field, 'qqqxxyyzz');
    expect(field).toHaveValue('qqqxxyyzz');
    expect(getMain().getByText(/No results for/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('No results');
    expect(getShownCodes()).toEqual([]);
  });

  test.each(['131048', '(#131048)', '<b>131048</b>'])(
    'shows neighbours of %s under a heading of their own, and Enter opens none',
    async (query) => {
      const { user, field } = renderPopup();
      await user.type(field, query);
      const near = screen.getByRole('group', { name: 'Did you mean' });
      expect(within(near).getAllByRole('option').length).toBeGreaterThan(0);
      expect(
        getMain().getByText('131048 isn’t in the catalogue.'),
      ).toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: 'What you can do' }));
      expect(screen.getByRole('article')).toHaveAttribute(
        'data-code',
        '131048',
      );
      expect(
        screen.getByRole('button', { name: 'Copy a report' }),
      ).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Back' }));
      expect(
        screen.getByText(/six-digit codes beginning with 131/i),
      ).toBeInTheDocument();
      expect(getActiveRow(field)).toBeNull();
      await user.keyboard('{Enter}');
      expect(screen.queryByRole('article')).not.toBeInTheDocument();
    },
  );

  test('describes an unlisted code by its range', async () => {
    const { user, field } = renderPopup();
    await user.type(field, 'E11005');
    expect(
      getMain().getByText('E11005 isn’t in the catalogue.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Bird errors/)).toBeInTheDocument();
  });

  test.each(['131047x', '131O47', '13147', '131-047', '31047'])(
    'offers the number in the slip %s, and does not open it',
    async (slip) => {
      const { user, field } = renderPopup();
      await user.type(field, slip);
      const near = screen.getByRole('group', { name: 'Did you mean' });
      expect(within(near).getAllByRole('option')[0]).toHaveAttribute(
        'data-code',
        '131047',
      );
      expect(
        getMain().getByText(`${slip} isn’t in the catalogue.`),
      ).toBeInTheDocument();
      expect(getActiveRow(field)).toBeNull();
    },
  );

  test.each([
    'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjQ0QjA5QkY2MjRFNUFDQTgyAA==',
    'wamid.HBgNNTUxMTk4NzY1NDMyMRUC'.padEnd(90, 'A'),
  ])('recognizes %s as a message id, and shows no phone number', async (id) => {
    await openWithPaste(id);
    expect(
      getMain().getByText(
        'This is a message ID. It doesn’t contain an error code.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /^wamid, Brazil, \d+ characters\. Paste the status webhook/,
      ),
    ).toBeInTheDocument();
    expect(getShownCodes()).toEqual([]);
  });
});

describe('a paste', () => {
  const webhook = JSON.stringify({
    statuses: [
      {
        status: 'failed',
        errors: [{ code: 131047, title: 'Re-engagement message' }],
      },
      {
        status: 'failed',
        errors: [{ code: 131047, title: 'Re-engagement message' }],
      },
      {
        status: 'failed',
        errors: [{ code: 131026, title: 'Message undeliverable' }],
      },
    ],
  });

  test('of a webhook lists its codes with counts', async () => {
    const { user } = await openWithPaste(webhook);
    const found = screen.getByRole('group', { name: 'In the pasted text' });
    expect(getShownCodes()).toEqual(['131047', '131026']);
    expect(within(found).getByText('2 ×')).toBeInTheDocument();
    expect(screen.getByText('3 failures').parentElement).toHaveTextContent(
      '3 failures, 2 codes',
    );
    await expectNoAxeViolations();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
  });

  test('without a code says so, without a guess', async () => {
    await openWithPaste(
      'Dear team,\nthe invoice of 1,470 EUR was paid on 12 May.\nRegards',
    );
    expect(
      getMain().getByText('No code found in the pasted text.'),
    ).toBeInTheDocument();
    expect(getShownCodes()).toEqual([]);
  });

  test('without a code masks personal data, and shows only country and length of a message id', async () => {
    const { user, field } = await openWithPaste(
      'message wamid.HBgNNTUxMTk5OTk5OTk5ORUCABEYEjg= to 5511999999999 was failed',
    );
    expect(
      await screen.findByText(
        /^message wamid, Brazil, 38 characters to \+55 …99 was failed$/,
      ),
    ).toBeVisible();
    expect(document.body.textContent).not.toMatch(/HBgN|5511999/);
    await user.click(
      screen.getByRole('button', { name: 'Search for this text' }),
    );
    expect(document.body.textContent).not.toMatch(/HBgN/);
    expect(field).not.toHaveValue(expect.stringContaining('HBgN'));
    await expectNoAxeViolations();
  });

  test('with equal codes lists each place with its own details', async () => {
    const { user, field } = renderPopup();
    const error = (details: string) => ({
      code: 131047,
      error_data: { details },
    });
    await user.click(field);
    await user.paste(
      JSON.stringify([
        error('one'),
        error('two'),
        { code: 139999, details: 'Part three failed' },
      ]),
    );
    const rows = screen
      .getAllByRole('option')
      .map(({ textContent }) => /“.*”/.exec(textContent ?? '')?.[0]);
    expect(rows).toEqual(['“one” “two”', '“Part three failed”']);
    await user.keyboard('{Enter}');
    await user.click(screen.getByText('Where it was found: 2 occurrences'));
    const places = within(screen.getByRole('article')).getAllByText(
      / · line 1$/,
    );
    expect(places.map(({ textContent }) => textContent)).toEqual([
      '“one” · line 1',
      '“two” · line 1',
    ]);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole('article')).toHaveTextContent('139999');
    expect(screen.getByText('Part three failed')).toBeVisible();
    await expectNoAxeViolations();
  });

  test.each([
    ['Failed\nRe-engagement message', 'Found by name. Closest matches'],
    [
      'Failed\nRe-engagement message rejected',
      'No code found. Closest matches',
    ],
  ])(
    'of a title below a message state says how it was found: %j',
    async (text, name) => {
      await openWithPaste(text);
      const guessed = screen.getByRole('group', { name });
      expect(within(guessed).getAllByRole('option').length).toBeGreaterThan(0);
      expect(getShownCodes()[0]).toBe('131047');
      expect(
        screen.queryByText('No code found in the pasted text.'),
      ).toBeNull();
      await expectNoAxeViolations();
    },
  );

  test('without a code can be searched by its words', async () => {
    const { user, field } = await openWithPaste(
      'The customer wrote last long ago,\nso the messaging window is closed',
    );
    await user.click(
      screen.getByRole('button', { name: 'Search for this text' }),
    );
    expect(field).toHaveFocus();
    expect(field).toHaveValue(
      'The customer wrote last long ago, so the messaging window is closed',
    );
  });

  test('stores nothing in the settings, even if lookups are stored', async () => {
    const { user, field, settings } = renderPopup('', null, {
      rememberLookups: true,
      recentLookups: [],
    });
    await user.click(field);
    await user.paste(webhook);
    await user.keyboard('{Enter}');
    expect(settings().recentLookups).toEqual(['meta/cloud/131047']);
    expect(JSON.stringify(settings())).not.toContain('Re-engagement');
  });

  test('counts failures and codes, neither successes nor a failure twice', async () => {
    await openWithPaste(
      '{"errors":[{"code":"TOO_MANY_REQUESTS","details":{"code":131056,"title":"Pair rate limit hit"}}]}',
    );
    const summary = screen.getByText(/^\d+ failures?$/).parentElement;
    expect(summary).toHaveTextContent('1 failure, 2 codes');
    expect(screen.getByText(/caused by 131056/)).toBeVisible();
  });

  test('does not call an undecided code by one of its titles', async () => {
    const findings = ['1003', '131047'].map((code) => ({
      ...explain({ code, host: 'app.chatwoot.com' }, testCatalogue),
      count: 1,
      cause: null,
      places: [],
      until: null,
      wording: null,
    }));
    const { user, field } = renderPopup(
      '',
      null,
      {},
      Date.now(),
      (_, __, told) => {
        told({
          state: 'done',
          done: 1,
          report: { findings, syntaxError: null, droppedCount: 0 },
        });
        return () => {};
      },
    );
    await user.click(field);
    await user.paste('two\ncodes');
    const [first] = screen.getAllByRole('option');
    expect(first?.textContent).toMatch(
      /^1003(Two|Three|Four|Five|Six) meanings/,
    );
    await user.keyboard('{Enter}');
    expect(screen.getByRole('article').textContent).toMatch(
      /^1003\s*(Two|Three|Four|Five|Six) meanings/,
    );
  });

  test.each([
    [
      ['132000'],
      /^The message doesn’t match its template:132000 One variable\. template\.components$/,
    ],
    [
      [null],
      /^The message matches its template\.possible One variable\. template\.components$/,
    ],
    [
      ['132000', '132000'],
      /One variable\. template\.components · name0132000 One variable\. template\.components · name1$/,
    ],
    [[], /^The message matches its template\.$/],
  ])(
    'of a message and its template lists what does not fit: %j',
    async (codes, shown) => {
      const preflight = codes.map((code, at) => ({
        rule: 'variable-count',
        code,
        subcode: null,
        entry: null,
        in: 'request' as const,
        hint: code === null,
        path: 'template.components',
        message: 'One variable.',
        value: codes.length > 1 ? `name${at}` : null,
        source: 'https://example.com',
      }));
      const { user, field } = renderPopup(
        '',
        null,
        {},
        Date.now(),
        (_, __, told) => {
          told({
            state: 'done',
            done: 1,
            report: { ...EMPTY_REPORT, preflight },
          });
          return () => {};
        },
      );
      await user.click(field);
      await user.paste('{"a":1}\n{"b":2}');
      expect(screen.getByText(/^The message/).textContent).toMatch(shown);
      expect(screen.queryByText(/No code found/)).toBeNull();
    },
  );

  test('of one line is detected as text', async () => {
    const { user, field } = await openWithPaste('We have 131047 messages');
    expect(
      screen.getByRole('group', {
        name: 'Perhaps no error code. Closest matches',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('article')).toBeNull();
    await user.paste('failed with error 131047');
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
    await user.paste('1003 template provider:gupshup');
    expect(field).toHaveValue('1003 template provider:gupshup');
  });

  test('of a short code is inserted into the field', async () => {
    const { field } = await openWithPaste('131047');
    expect(field).toHaveValue('131047');
  });
});

describe('popup.html?q=', () => {
  test("takes no page of Errata's own for the place where a code was seen", () => {
    const own = {
      ...testPage,
      url: new URL('chrome-extension://abc/catalogue.html'),
      isOwn: true,
    };
    expect(getLookupContext(own, {})).toEqual({});
    expect(getLookupContext(testPage, {})).not.toEqual({});
  });

  test('opens the answer to a code', () => {
    const answer = getSoleFinding(
      answerQuestion(' 131047 ', {
        ...testReference,
        ...getLookupContext(testPage, {}),
      }),
    );
    expect(answer?.entry?.key).toBe('meta/cloud/131047');
  });

  test.each(['131999', 'window closed', ''])(
    'shows the list for «%s»',
    (query) => {
      expect(getSoleFinding(answerQuestion(query, testReference))).toBeNull();
    },
  );

  test('decodes a payload, and opens its only code once', async () => {
    const { user, store } = renderPopup(
      '{"error":{"code":131047,"message":"(#131047) Re-engagement message"}}',
    );
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
    act(() =>
      store.setState({
        page: { ...testPage, url: new URL('https://console.twilio.com/') },
      }),
    );
    expect(screen.getAllByRole('article')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(getShownCodes()).toEqual(['131047']);
    act(() => store.setState({ page: testPage }));
    expect(screen.queryByRole('article')).toBeNull();
  });
});

test('an old catalogue says so', async () => {
  renderPopup('', null, {}, Date.parse('2027-06-08'));
  expect(
    screen.getByText(/The catalogue is 200 days old\. Update Errata/),
  ).toBeInTheDocument();
  await expectNoAxeViolations();
});

test('a recent catalogue shows no notice', () => {
  renderPopup();
  expect(screen.queryByText(/days old/)).toBeNull();
});

describe('a long paste', () => {
  const line = (at: number, code: number) =>
    `2026-11-20T10:00:${10 + (at % 40)}Z ERROR to=55119876543${at % 90} wamid.HBgNNTUxMTk4NzY1NDMyMRUC (#${code}) failed\n`;
  const log = Array.from({ length: 40 }, (_, at) =>
    line(at, at % 4 === 0 ? 131056 : 131047),
  ).join('');

  test('is grouped by plan, and filtered by it', async () => {
    const { user } = await openWithPaste(log);
    expect(screen.getByText('40 failures')).toBeInTheDocument();
    const groups = screen
      .getAllByRole('group')
      .flatMap((group) => group.dataset.group ?? []);
    expect(groups).toEqual(['decoded Send again slowly', 'decoded Fix first']);
    const group = screen.getByRole('group', { name: 'Send again slowly' });
    expect(within(group).getByText('10 ×')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '30 Fix first' }));
    expect(getShownCodes()).toEqual(['131047']);
    await user.keyboard('{Escape}');
    await expectNoAxeViolations();
  });

  test('shows the places of an opened entry, with personal data masked', async () => {
    const { user } = await openWithPaste(log);
    await user.keyboard('{Enter}');
    await user.click(screen.getByText('Where it was found: 10 occurrences'));
    const [first] = within(screen.getByRole('article')).getAllByText(
      /^to \+55 …/,
    );
    expect(first?.textContent).toMatch(
      /wamid, Brazil, 30 characters · line 1$/,
    );
    // The card formats the end of the window in the same way.
    expect(first?.textContent).toMatch(/ \w{3} 2\d Nov.* at \d\d:\d\d \(/);
    expect(screen.getByRole('article').textContent).not.toMatch(
      /55119876543|HBgN/,
    );
    await expectNoAxeViolations();
  });

  test('of a single message keeps the order of its errors', async () => {
    await openWithPaste(
      '{"statuses":[{"id":"wamid.HBgNNTUxMTk4NzY1NDMyMRUC","recipient_id":"5511987654321","errors":[{"code":131047,"title":"Re-engagement message"},{"code":131056},{"code":131026}]}]}',
    );
    expect(getShownCodes()).toEqual(['131047', '131056', '131026']);
    expect(screen.getAllByText(/to \+55 …21/)).toHaveLength(3);
  });

  test('that is truncated shows the place', async () => {
    await openWithPaste(
      '{"error":{\n"code":131047,"message":"(#131047) Re-eng',
    );
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
    expect(
      screen.getByText(/cut off at line 2, column 42/),
    ).toBeInTheDocument();
  });

  test('of words only shows a confidence', async () => {
    const { user } = await openWithPaste(
      'It says:\n"Message failed to send because more than 24 hours have passed"',
    );
    expect(screen.getByRole('article').textContent).toMatch(
      /matches this code \((likely|very likely), \d\d%\)/,
    );
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(
      screen.getByText(/matched by wording, (likely|very likely), \d\d%/),
    ).toBeInTheDocument();
  });

  test('over 10 MB is rejected with an alternative', async () => {
    const { user, field } = renderPopup();
    const file = new File([new Uint8Array(11 * 1024 * 1024)], 'big.log');
    await user.upload(screen.getByLabelText('Open a file'), file);
    expect(screen.getByRole('status')).toHaveTextContent(
      'The text is larger than 10 MB.',
    );
    expect(screen.getByText(/npm run explain -- -/)).toBeInTheDocument();
    expect(field).toBeInTheDocument();
  });

  test('as a file is read and shows the file name', async () => {
    const { user } = renderPopup();
    await user.upload(
      screen.getByLabelText('Open a file'),
      new File([log], 'app.log'),
    );
    expect(await screen.findByText('40 failures')).toBeInTheDocument();
    expect(screen.getByText(/app\.log · 4 KB/)).toBeInTheDocument();
  });

  test('as a binary file says what it is, with a remedy', async () => {
    const { user } = renderPopup();
    const zip = new File(
      [Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)],
      'failed.log',
    );
    await user.upload(screen.getByLabelText('Open a file'), zip);
    expect(
      await screen.findByText(
        'Save the table as CSV or unpack the archive, then use that file.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(
      'a ZIP archive or an Office file, not text.',
    );
    expect(screen.queryByText(/No code found/)).not.toBeInTheDocument();
    await expectNoAxeViolations();
  });

  test('as a table opens the reader of tables; a pasted one offers it', async () => {
    const { user, field, explainCsv } = renderPopup();
    const table = new File(['to,error_code\n1,131047\n'], 'export.csv');
    await user.upload(screen.getByLabelText('Open a file'), table);
    await screen.findByRole('region', { name: 'export.csv' });
    expect(explainCsv.mock.lastCall?.[0]).toBe(table);
    act(() => explainCsv.mock.lastCall?.[2]({ state: 'no-table' }));
    expect(screen.queryByRole('region', { name: 'export.csv' })).toBeNull();
    await user.click(field);
    await user.paste(
      'to\terror_code\n5511987654321\t131047\n5511987654322\t131026\n',
    );
    // The rows decide what can be sent again: the list of codes does not say it.
    expect(screen.queryByRole('group', { name: 'What to do' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Explain each row' }));
    expect(
      screen.getByRole('region', { name: 'Pasted text.csv' }),
    ).toBeVisible();
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    await user.click(field);
    await user.paste(
      'a line, with a comma\nanother\n(#131047)\n(#131026), two, three',
    );
    expect(
      screen.queryByRole('button', { name: 'Explain each row' }),
    ).toBeNull();
  });

  test('as a long pasted table lists its codes by number, its provider once, and no plan before its rows are read', async () => {
    const { user, field } = renderPopup();
    await user.click(field);
    const codes = ['131049', '131056', '131056', '131026', '63016'];
    const rows = Array.from(
      { length: 25 },
      (_, at) => `+1415555${1000 + at},${codes[at % codes.length]}`,
    );
    await user.paste(`to,error_code\n${rows.join('\n')}\n`);
    expect(getShownCodes()).toEqual(['131056', '131049', '131026', '63016']);
    const [list, ...others] = within(screen.getByRole('listbox')).getAllByRole(
      'group',
    );
    expect(list).toHaveAccessibleName('In the pasted text');
    expect(others).toEqual([]);
    expect(
      screen.queryByRole('button', { name: /Wait|Send again|Fix first/ }),
    ).toBeNull();
    expect(
      screen.queryByText(
        testCatalogue.apiName({ provider: 'meta', api: 'cloud' }),
      ),
    ).toBeNull();
  });

  test('as an empty file says so', async () => {
    const { user } = renderPopup();
    await user.upload(
      screen.getByLabelText('Open a file'),
      new File([], 'app.log'),
    );
    expect(
      await screen.findByRole('region', { name: 'app.log' }),
    ).toBeVisible();
  });

  test('as a file in UTF-16 without a byte order mark is read', async () => {
    const { user } = renderPopup();
    const units = Uint16Array.from(log, (unit) => unit.charCodeAt(0));
    await user.upload(
      screen.getByLabelText('Open a file'),
      new File([units], 'app.log'),
    );
    expect(await screen.findByText('40 failures')).toBeInTheDocument();
  });

  test('shows its progress, and can be cancelled', async () => {
    const cancel = vi.fn();
    const { user, field } = renderPopup(
      '',
      null,
      {},
      Date.now(),
      (_, __, told) => {
        told({
          state: 'reading',
          done: 0.4,
          report: { findings: [], syntaxError: null, droppedCount: 0 },
        });
        return cancel;
      },
    );
    await user.click(field);
    await user.paste(log);
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0.4');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(cancel).toHaveBeenCalled();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Stopped before a code was found.',
    );
  });

  test('is read again for another active page, unless it was cancelled', async () => {
    const read = vi.fn<ReadPaste>((_, __, told) => {
      told({
        state: 'reading',
        done: 0.4,
        report: { findings: [], syntaxError: null, droppedCount: 0 },
      });
      return () => {};
    });
    const { user, field, store } = renderPopup('', null, {}, Date.now(), read);
    const bring = (host: string) =>
      act(() =>
        store.setState({
          page: { ...testPage, url: new URL(`https://${host}/`) },
        }),
      );
    await user.click(field);
    await user.paste(log);
    bring('business.facebook.com');
    expect(read.mock.calls.map(([, { host }]) => host)).toEqual([
      undefined,
      'business.facebook.com',
    ]);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    bring('console.twilio.com');
    expect(read).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('status')).toHaveTextContent(
      'Stopped before a code was found.',
    );
    // Pasting the same text again starts a new reading.
    await user.click(field);
    await user.paste(log);
    expect(read).toHaveBeenCalledTimes(3);
  });
});
