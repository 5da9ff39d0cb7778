import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { MaskingForTests } from '../../tests/fixtures/masking.tsx';
import { recordSavedFiles } from '../../tests/fixtures/saved-files.ts';
import { createSettingsInMemory } from '../../tests/fixtures/settings.ts';
import { settle } from '../../tests/fixtures/settle.ts';
import { testPage, undecidedCode } from '../../tests/fixtures/tab-page.ts';
import { PATIENT } from '../../tests/patience.ts';
import type { ReadTexts } from '../popup/page-plan.ts';
import { createPanelStore, Panel } from './Panel.tsx';

// jsdom has no layout: give the virtualizer a viewport of some rows.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    value: 600,
  });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
    configurable: true,
    value: 30,
  });
  HTMLElement.prototype.scrollTo ??= vi.fn();
});
afterAll(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight');
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
    configurable: true,
    value: 0,
  });
});

async function openPanel(
  page: TabPage | null | undefined = testPage,
  given = {},
  options: object = { wrapper: MaskingForTests },
) {
  const store = createPanelStore();
  store.setState({ page });
  const {
    store: settingsStore,
    changeSettings,
    settings,
  } = createSettingsInMemory(given);
  const onGo = vi.fn(async () => true);
  const onGoToPlace = vi.fn(async () => true);
  // The rows say nothing that changes the plan of a code.
  const readTexts = vi.fn<ReadTexts>(async ({ code }, from, to, isLabelled) =>
    Array.from({ length: Math.min(to, 400) - from }, (_, at) =>
      isLabelled ? code : `to +55 11 91234-5678: ${code}, row ${from + at + 1}`,
    ),
  );
  const onSave = recordSavedFiles();
  render(
    <Panel
      store={store}
      settingsStore={settingsStore}
      changeSettings={changeSettings}
      onGo={onGo}
      onGoToPlace={onGoToPlace}
      readTexts={readTexts}
      catalogue={testCatalogue}
      inTab={false}
      onRequestPermission={vi.fn()}
      onRevokePermission={vi.fn()}
      onPauseTab={vi.fn()}
      explainCsv={vi.fn()}
      onDecode={vi.fn()}
      now={Date.parse('2026-12-01')}
    />,
    options,
  );
  await settle();
  return {
    user: userEvent.setup(),
    store,
    settings,
    onGo,
    onGoToPlace,
    readTexts,
    onSave,
  };
}

const getLines = () => screen.getAllByRole('treeitem');
const getShownCodes = () =>
  getLines().flatMap(({ dataset }) => dataset.code ?? []);
const findLine = (code: string) =>
  getLines().find(({ dataset }) => dataset.code === code) as HTMLElement;
const getFilterField = () => screen.getByRole('searchbox');

describe('the side panel', () => {
  test('lists the codes of the page by what can be done and who can do it, with their next steps', async () => {
    await openPanel();
    expect(getLines().map((line) => line.getAttribute('aria-level'))).toEqual([
      '1',
      '2',
      '1',
      '2',
      '1',
      '2',
    ]);
    const [heading] = getLines();
    expect(heading).toHaveTextContent('Wait17 failures');
    expect(getShownCodes()).toEqual(['131056', '131026', '131999']);
    const next = testCatalogue.byKey.get('meta/cloud/131026')?.next ?? '?';
    expect(findLine('131026')?.textContent).toMatch(
      new RegExp(`${next}Ticket…$`),
    );
    expect(within(findLine('131026')).getByRole('img')).toHaveAccessibleName(
      "Recipient's turn",
    );
    await expectNoAxeViolations();
  });

  test('is filtered by a click on what can be done', async () => {
    const { user } = await openPanel();
    await user.click(screen.getByRole('button', { name: '8 Fix first' }));
    expect(getShownCodes()).toEqual(['131026']);
    expect(getFilterField()).toHaveValue('Fix first');
    await user.click(screen.getByRole('button', { name: '8 Fix first' }));
    expect(getShownCodes()).toHaveLength(3);
  });

  test('plans what the rows of the page say, as a table is planned', async () => {
    const { user, store, readTexts } = await openPanel({
      ...testPage,
      isReading: true,
    });
    const cells = [
      ['131056', '+1 415 555 2671', 'failed'],
      ['131056', '+1 415 555 2671', 'failed'],
      ['131026', '+55 11 91234 5678', 'delivered'],
      ['131026', '+49 151 23456789', 'failed'],
    ];
    readTexts.mockImplementation(async ({ code }) =>
      cells
        .filter(([own]) => own === code)
        .map(
          ([own, to, status]) =>
            `Error code: ${own}\nTo: ${to}\nStatus: ${status}`,
        ),
    );
    const codes = ['131056', '131026'].map((code) => ({
      code,
      key: `meta/cloud/${code}`,
      count: 2,
    }));
    store.setState({ page: { ...testPage, codes } });
    await screen.findByText('Failed after delivery');
    expect(
      getLines().flatMap(
        ({ textContent, dataset }) => dataset.code ?? textContent,
      ),
    ).toEqual([
      'Wait2 failures',
      '131056',
      'Fix first1 failure',
      '131026',
      'Failed after delivery1',
      '131026',
    ]);
    expect(screen.getByText('3 failures')).toBeVisible();
    expect(
      screen.getByRole('button', { name: '2 Wait to 1 recipient' }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: '1 Fix first' }));
    expect(getShownCodes()).toEqual(['131026']);
    await expectNoAxeViolations();
  });

  test('says nothing of a page before its rows are read, and names the provider of most codes once', async () => {
    const url = new URL('https://app.gallabox.com/');
    const { store, readTexts } = await openPanel({ ...testPage, codes: [] });
    readTexts.mockReturnValue(new Promise(() => {}));
    const codes = ['131056', '131026', '131047'].map((code) => ({
      code,
      key: `meta/cloud/${code}`,
      count: 1,
    }));
    await settle(() => store.setState({ page: { ...testPage, url, codes } }));
    expect(screen.queryByRole('tree')).toBeNull();
    expect(screen.queryByText('No underlined codes on this page.')).toBeNull();
    expect(screen.getByText(/Still reading this page/)).toBeVisible();
    readTexts.mockResolvedValue([]);
    await settle(() =>
      store.setState({ page: { ...testPage, tabId: 2, url, codes } }),
    );
    expect(getShownCodes()).toHaveLength(3);
    expect(screen.getByText('Codes: Meta')).toBeVisible();
    expect(screen.getByRole('tree').textContent).not.toContain(
      'Meta Cloud API',
    );
  });

  test('has one ticket for all messages of a failure on the page', async () => {
    const { user, readTexts } = await openPanel();
    await vi.waitFor(
      () => expect(readTexts).toHaveBeenCalledTimes(testPage.codes.length),
      PATIENT,
    );
    readTexts.mockImplementation(async (_, from, to) =>
      Array.from(
        { length: to - from },
        (_, at) =>
          `To: +55 11 91234-56${10 + at}\nCode: 131026\nID: SM${at}00000`,
      ),
    );
    await user.click(
      within(findLine('131026')).getByRole('button', { name: 'Ticket…' }),
    );
    const preview = await screen.findByRole('group', { name: 'Preview' });
    await vi.waitFor(
      () => expect(preview.textContent?.match(/\+55 …\d\d/g)).toHaveLength(8),
      PATIENT,
    );
    expect(preview.textContent).toMatch(
      /We get \w+ 8 times on business\.facebook\.com/,
    );
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(getShownCodes()).toHaveLength(3);
  });

  test('hands the failures over: a letter to each desk, all of them in one copy, masked', async () => {
    const { user, readTexts } = await openPanel();
    readTexts.mockImplementation(async (name, from, to) =>
      Array.from(
        { length: to - from },
        (_, at) => `To: +55 11 91234-56${10 + at}\nCode: ${name.code}`,
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Hand over…' }));
    await user.click(await screen.findByRole('button', { name: 'Copy all' }));
    const text = await navigator.clipboard.readText();
    expect(text.match(/^To: /gm)?.length).toBeGreaterThan(1);
    for (const code of getShownCodes()) expect(text).toContain(`${code}`);
    expect(text).toMatch(/\+55 …\d\d/);
    expect(text).not.toContain('91234');
    await expectNoAxeViolations();
  });

  test('has no active row before a key is pressed', async () => {
    const { user } = await openPanel();
    const getActive = () =>
      getLines().filter(
        (line) => line.getAttribute('aria-selected') === 'true',
      );
    expect(screen.getByRole('tree')).toHaveFocus();
    expect(getActive()).toEqual([]);
    await user.keyboard('{ArrowDown}');
    expect(getActive()).toEqual([getLines()[0]]);
  });

  test('claims no verdict for an undecided code, and finds it by each of its meanings', async () => {
    const { user } = await openPanel({
      ...testPage,
      url: new URL('https://app.chatwoot.com/'),
      codes: [undecidedCode],
    });
    expect(findLine('1003').textContent).toMatch(
      /^1003Two meanings4 ×Which provider/,
    );
    expect(within(findLine('1003')).queryByRole('img')).toBeNull();
    await user.type(getFilterField(), 'gupshup');
    expect(getShownCodes()).toEqual(['1003']);
  });

  test('is spoken of in one sentence once the page is read, and has the keyboard in its list', async () => {
    const { store } = await openPanel(null);
    const spoken = screen.getByRole('status');
    expect(spoken).toBeEmptyDOMElement();
    await settle(() =>
      store.setState({ page: { ...testPage, isReading: true } }),
    );
    expect(spoken).toBeEmptyDOMElement();
    await settle(() => store.setState({ page: testPage }));
    expect(spoken.textContent).toMatch(
      /^26 failures, 3 codes: 17 × 131056, 8 × 131026, 1 × 131999$/,
    );
    expect(screen.getByRole('tree')).toHaveFocus();
    const many = Array.from({ length: 40 }, (_, at) => ({
      code: `${900_000 + at}`,
      key: null,
      count: 1,
    }));
    await settle(() =>
      store.setState({
        page: { ...testPage, codes: [...testPage.codes, ...many] },
      }),
    );
    expect(spoken.textContent).toMatch(/^26 failures, 3 codes/);
    await settle(() =>
      store.setState({ page: { ...testPage, tabId: 2, codes: many } }),
    );
    expect(spoken.textContent).toMatch(
      /^40 failures, 40 codes: .*, and 35 more$/,
    );
  });

  test('leaves the keyboard where it is in use', async () => {
    const { store } = await openPanel({ ...testPage, codes: [] });
    const site = screen.getByRole('switch');
    act(() => site.focus());
    await settle(() => store.setState({ page: testPage }));
    expect(site).toHaveFocus();
  });

  test.each([
    ['retry:backoff', ['131056']],
    ['owner:recipient', ['131026']],
    ['owner:recipient 131056', []],
    ['retry:', ['131056', '131026', '131999']],
  ])('is filtered as the search is: %s', async (query, found) => {
    const { user } = await openPanel();
    await user.type(getFilterField(), query);
    if (found.length === 0) expect(screen.queryByRole('treeitem')).toBeNull();
    else expect(getShownCodes()).toEqual(found);
  });

  test('goes to the next place of a code, and of a whole group', async () => {
    const { user, onGo } = await openPanel();
    await user.click(findLine('131026'));
    expect(onGo).toHaveBeenLastCalledWith([
      { code: '131026', key: 'meta/cloud/131026' },
    ]);
    await user.click(screen.getByRole('treeitem', { name: /^Wait/ }));
    expect(onGo).toHaveBeenLastCalledWith([
      { code: '131056', key: 'meta/cloud/131056' },
    ]);
    expect(screen.getByText('Shown on the page: Wait')).toHaveAttribute(
      'role',
      'status',
    );
  });

  test('says so where a place cannot be shown', async () => {
    const { user, onGo } = await openPanel();
    onGo.mockResolvedValueOnce(false);
    await user.click(findLine('131026'));
    expect(screen.getByText(/^Couldn’t show “131026”/)).toBeVisible();
  });

  test('is walked and unfolded with the keyboard alone', async () => {
    const { user, onGo, onGoToPlace, readTexts } = await openPanel();
    await user.click(getFilterField());
    await user.keyboard(
      '{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}',
    );
    expect(findLine('131026')).toHaveAttribute('aria-expanded', 'true');
    expect(readTexts).toHaveBeenCalledWith(
      { code: '131026', key: 'meta/cloud/131026' },
      0,
      40,
    );
    expect(await screen.findByText(/131026, row 8$/)).toBeVisible();
    await user.keyboard('{ArrowRight}{ArrowDown}{Enter}');
    expect(onGoToPlace).toHaveBeenCalledWith(
      { code: '131026', key: 'meta/cloud/131026' },
      1,
    );
    await user.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
    expect(findLine('131026')).toHaveAttribute('aria-expanded', 'false');
    expect(onGo).toHaveBeenCalledOnce();
    await expectNoAxeViolations();
  });

  test('closes a group', async () => {
    const { user } = await openPanel();
    await user.click(getFilterField());
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(getShownCodes()).toEqual(['131026', '131999']);
  });

  test('is filtered by code, words, verdict and what to do', async () => {
    const { user } = await openPanel();
    for (const [query, left] of [
      ['1310', ['131056', '131026']],
      ['undeliverable', ['131026']],
      ['wait', ['131056']],
      ['by hand', ['131999']],
    ] as const) {
      await user.clear(getFilterField());
      await user.type(getFilterField(), query);
      expect(getShownCodes()).toEqual(left);
    }
    await user.clear(getFilterField());
    await user.type(getFilterField(), 'qqzz');
    expect(screen.queryByRole('tree')).toBeNull();
    expect(
      screen.getByText('No codes on this page match “qqzz”.'),
    ).toBeVisible();
  });

  test('follows the page: what is new appears, and what stays open stays open', async () => {
    const { user, store } = await openPanel();
    await user.click(getFilterField());
    await user.keyboard(
      '{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}',
    );
    const more = { code: '131047', key: 'meta/cloud/131047', count: 3 };
    await settle(() =>
      store.setState({
        page: { ...testPage, codes: [...testPage.codes, more] },
      }),
    );
    expect(findLine('131026')).toHaveAttribute('aria-expanded', 'true');
    await user.type(getFilterField(), '131047');
    expect(getShownCodes()).toEqual(['131047']);
  });

  test('says in a line that a page fails in bulk', async () => {
    await openPanel({
      ...testPage,
      codes: [
        { code: '131056', key: 'meta/cloud/131056', count: 412 },
        ...testPage.codes.slice(1),
      ],
    });
    expect(
      screen.getByText(
        '131056 (rate limits) accounts for 412 of 421 failures.',
      ),
    ).toBeVisible();
  });

  test('draws of ten thousand places only those in view', async () => {
    const { user, readTexts } = await openPanel({
      ...testPage,
      codes: [
        {
          code: '131056',
          key: 'meta/cloud/131056',
          count: 10_000,
          unmarked: 100,
        },
      ],
    });
    await user.click(getFilterField());
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(getLines().length).toBeLessThan(60);
    expect(getLines().at(-1)).toHaveAttribute('aria-setsize', '9900');
    expect(
      readTexts.mock.calls.filter(([, , , isLabelled]) => !isLabelled),
    ).toHaveLength(1);
  });
});

describe('a page without codes', () => {
  test('is told to have none, with what the panel is for', async () => {
    await openPanel({ ...testPage, codes: [] });
    // Codes in tooltips are listed by the popup.
    expect(screen.getByText('No underlined codes on this page.')).toBeVisible();
    expect(
      screen.getByText(/only in tooltips and labels are listed in the popup/),
    ).toBeVisible();
    expect(screen.queryByText(/No codes/)).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
    await expectNoAxeViolations();
  });

  test('is not told to have none while it is read', async () => {
    await openPanel({ ...testPage, codes: [], isReading: true });
    expect(screen.queryByText('No underlined codes on this page.')).toBeNull();
    expect(screen.getByText(/Still reading this page/)).toBeVisible();
  });

  test.each([
    [
      'one of Errata’s own',
      { isOwn: true, url: new URL('chrome-extension://abc/catalogue.html') },
      'one of Errata’s own pages',
    ],
    [
      'one that the browser keeps to itself',
      { url: new URL('chrome://settings/'), script: 'refused' },
      'doesn’t allow extensions',
    ],
    [
      'one that the browser does not name',
      { url: null, granted: false, script: 'refused' },
      'isn’t enabled on this page',
    ],
  ] as const)('says why, where it is %s', async (_, more, text) => {
    await openPanel({ ...testPage, codes: [], ...more });
    expect(screen.getByText(new RegExp(text))).toBeVisible();
    expect(screen.queryByText(/look up codes/)).toBeNull();
  });

  test('is switched on again where it is paused', async () => {
    const { user, settings } = await openPanel(
      { ...testPage, codes: [] },
      { pausedHosts: ['business.facebook.com'] },
    );
    expect(screen.queryByText('No underlined codes on this page.')).toBeNull();
    await user.click(
      screen.getByRole('switch', { name: 'Paused on business.facebook.com' }),
    );
    expect(settings().pausedHosts).toEqual([]);
  });
});

describe('what is listed', () => {
  const openWithUser = async () => {
    const panel = await openPanel();
    fireEvent.click(screen.getByText('Copy or save'));
    return panel;
  };

  test('is saved as a table, its texts masked', async () => {
    const { user, onSave } = await openWithUser();
    await user.click(screen.getByRole('button', { name: 'CSV' }));
    await user.click(screen.getByRole('button', { name: 'Save as file' }));
    await screen.findByText(/Saved as CSV/);
    const [[file, text, type]] = onSave.mock.calls as [
      [string, string, string],
    ];
    expect([file, type]).toEqual(['errata-codes.csv', 'text/csv']);
    expect(text.trim().split('\n')).toHaveLength(1 + 26);
    expect(text).toContain('to [phone]: 131026, row 1');
    expect(text).not.toContain('91234');
    await expectNoAxeViolations();
  });

  test('stays here where nothing can mask it', async () => {
    const { user, onSave } = await openPanel(testPage, {}, {});
    fireEvent.click(screen.getByText('Copy or save'));
    await user.click(screen.getByRole('button', { name: 'Save as file' }));
    expect(await screen.findByText('Couldn’t save.')).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
  });

  test('is as the page has it where the reader wants that, and without texts where not', async () => {
    const { user, onSave } = await openWithUser();
    await user.click(screen.getByRole('checkbox', { name: /^Mask/ }));
    await user.click(screen.getByRole('button', { name: 'CSV' }));
    await user.click(screen.getByRole('button', { name: 'Save as file' }));
    await screen.findByText(/Saved as CSV/);
    expect(onSave.mock.lastCall?.[1]).toContain('+55 11 91234-5678: 131026');
    await user.click(
      screen.getByRole('checkbox', { name: /^Include the text/ }),
    );
    await user.click(screen.getByRole('button', { name: 'Save as file' }));
    await vi.waitFor(() => expect(onSave).toHaveBeenCalledTimes(2), PATIENT);
    expect(onSave.mock.lastCall?.[1]).not.toContain('row 1');
  });

  test('is what the filter leaves, as Markdown on the clipboard', async () => {
    const { user } = await openWithUser();
    await user.type(getFilterField(), '131026');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText(/Copied as Markdown/);
    const text = await navigator.clipboard.readText();
    expect(text).toContain(
      '**business.facebook.com/wa/manage: 8 failures, 1 code**',
    );
    expect(text).toContain('131026, row 8` |');
    expect(text).not.toContain('131056');
  });
});
