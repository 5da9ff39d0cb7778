import {
  act,
  cleanup,
  fireEvent,
  screen,
  within,
} from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { getShownCodes, renderPopup } from '../../tests/fixtures/popup.tsx';
import { settle } from '../../tests/fixtures/settle.ts';
import { testPage, undecidedCode } from '../../tests/fixtures/tab-page.ts';

describe('the page in front', () => {
  test('lists its codes with counts, and opens them', async () => {
    const { user } = renderPopup('', testPage);
    await settle();
    expect(getShownCodes()).toEqual(['131056', '131026', '131999']);
    expect(screen.getByText('26 failures').parentElement).toHaveTextContent(
      'On this page 26 failures, 3 codes',
    );
    await expectNoAxeViolations();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(screen.getByRole('article').textContent).toMatch(
      /six-digit codes beginning with 131/i,
    );
  });

  test('is planned by its rows, as a table is', async () => {
    const { store, readTexts } = renderPopup('', null);
    const rows = [
      '+1 415 555 2671\nStatus: failed',
      '+49 151 23456789\nStatus: delivered',
    ];
    readTexts.mockResolvedValue(
      rows.map((row) => `Sent at: 2026-11-29T10:00:00Z\nTo: ${row}`),
    );
    const code = { code: '131056', key: 'meta/cloud/131056', count: 2 };
    act(() => store.setState({ page: { ...testPage, codes: [code] } }));
    const late = await screen.findByText('Failed after delivery');
    expect(late.closest('[data-group]')?.textContent).toMatch(/131056/);
    expect(screen.getAllByRole('option')).toHaveLength(2);
    expect(screen.getByText('1 failure', { selector: 'b' })).toBeVisible();
  });

  test('lists nothing before its rows are read, and then keeps the order while other rows are read', async () => {
    const { store, readTexts } = renderPopup('', null, {
      recentLookups: ['meta/cloud/131047'],
    });
    const readers: ((rows: readonly string[]) => void)[] = [];
    readTexts.mockImplementation(
      () => new Promise((read) => readers.push(read)),
    );
    const show = (...shown: readonly string[]) => {
      const codes = shown.map((code) => ({
        code,
        key: `meta/cloud/${code}`,
        count: 1,
      }));
      return settle(() => store.setState({ page: { ...testPage, codes } }));
    };
    await show('131049', '131026');
    // By its code alone, 131049 would be listed first, under "Wait".
    expect(getShownCodes()).toEqual([]);
    expect(screen.queryByText(/On this page|No codes/)).toBeNull();
    const sent = 'Sent at: 2026-11-29T10:00:00Z\nTo: +1 415 555 2671';
    await settle(() => {
      for (const read of readers.splice(0)) read([sent]);
    });
    const planned = ['131026', '131049', '131047'];
    expect(getShownCodes()).toEqual(planned);
    await show('131049', '131026', '131000');
    expect(getShownCodes()).toEqual(planned);
    await settle(() => {
      for (const read of readers.splice(0)) read([sent]);
    });
    expect(getShownCodes()).toContain('131000');
    await show();
    expect(getShownCodes()).toEqual(['131047']);
  });

  test('is planned by its codes where a frame does not answer', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { store, readTexts } = renderPopup('', null);
    readTexts.mockImplementation(({ code }) =>
      code === '131056' ? new Promise(() => {}) : Promise.resolve([]),
    );
    act(() => store.setState({ page: testPage }));
    await act(() => vi.advanceTimersByTimeAsync(9_000));
    expect(getShownCodes()).toEqual([]);
    expect(screen.getByText(/Still reading this page/)).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(getShownCodes()).toEqual(['131056', '131026', '131999']);
    expect(screen.queryByText(/Still reading this page/)).toBeNull();
  });

  test('has recent lookups below it once nothing else is to come above them', async () => {
    const { store } = renderPopup('', testPage, {
      recentLookups: ['meta/cloud/131047'],
    });
    await settle(() => store.setState({ lowConfidence: undefined }));
    expect(getShownCodes()).toEqual(['131056', '131026', '131999']);
    await settle(() => store.setState({ lowConfidence: null }));
    expect(getShownCodes()).toEqual(['131056', '131026', '131999', '131047']);
  });

  test('goes to the next place of a code in one click, opens its answer in one click, and hands over to the side panel', async () => {
    const { user, onGo, onOpenPanel } = renderPopup('', testPage);
    await settle();
    await user.click(screen.getByRole('button', { name: 'Side panel' }));
    expect(onOpenPanel).toHaveBeenCalledOnce();
    const isFirst = expect.objectContaining({
      code: '131056',
      key: 'meta/cloud/131056',
    });
    const [place] = screen.getAllByTitle('Show on the page');
    if (place) await user.click(place);
    expect(screen.queryByRole('article')).toBeNull();
    expect(onGo).toHaveBeenCalledExactlyOnceWith(isFirst);
    const [row] = screen.getAllByRole('option');
    if (row) await user.click(row);
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131056');
    expect(onGo).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Show on the page' }));
    expect(onGo).toHaveBeenLastCalledWith(isFirst);
  });

  test('goes nowhere for a code that was looked up', async () => {
    const { user, field, onGo } = renderPopup('', testPage);
    await user.type(field, '131026{Enter}');
    expect(screen.getByRole('article')).toBeVisible();
    expect(onGo).not.toHaveBeenCalled();
  });

  test('asks which meaning an undecided code has, in its row and when it is opened', async () => {
    const url = new URL('https://app.chatwoot.com/');
    const { user } = renderPopup('', {
      ...testPage,
      url,
      codes: [undecidedCode],
    });
    await settle();
    const row = screen.getByRole('option');
    expect(row.textContent).toMatch(
      /^1003Two meanings4 ×Which provider sends your messages/,
    );
    expect(row.closest('[data-group]')).toHaveAttribute(
      'data-group',
      'page Check by hand',
    );
    await user.click(row);
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      '1003 Two meanings',
    );
    expect(
      screen.getByText(/^Which provider sends your messages/),
    ).toBeVisible();
  });

  test('says in a line that it fails in bulk', async () => {
    renderPopup('', {
      ...testPage,
      codes: [{ code: '131056', key: 'meta/cloud/131056', count: 412 }],
    });
    await settle();
    expect(
      screen.getByText('131056 (rate limits) accounts for all 412 failures.'),
    ).toBeVisible();
  });

  test('has them in the order of what can be done, as a paste has', async () => {
    renderPopup('', testPage);
    await settle();
    const list = within(screen.getByRole('listbox'));
    const groups = list.getAllByRole('group').map((group) => [
      group.dataset.group,
      ...within(group)
        .getAllByRole('option')
        .map(({ dataset }) => dataset.code),
    ]);
    expect(groups).toEqual([
      ['page Wait', '131056'],
      ['page Fix first', '131026'],
      ['page Check by hand', '131999'],
    ]);
  });

  test('says of each code its next step, who has to act, and the provider only where it is another', async () => {
    const codes = [
      ...testPage.codes,
      { code: '63016', key: 'twilio/api/63016', count: 1 },
    ];
    renderPopup('', { ...testPage, codes });
    await settle();
    const [first, second] = screen.getAllByRole('option');
    expect(within(second as HTMLElement).getByRole('img')).toHaveAccessibleName(
      "Recipient's turn",
    );
    expect(second).toHaveTextContent(
      testCatalogue.byKey.get('meta/cloud/131026')?.next ?? '?',
    );
    expect(first?.textContent).not.toMatch(/Meta|turn|retry/);
    expect(screen.getByText('Twilio').closest('[data-code]')).toHaveAttribute(
      'data-code',
      '63016',
    );
  });

  test('names the provider of which most codes of an unknown page are once, and not in each row', async () => {
    const codes = ['131056', '131026', '131047'].map((code) => ({
      code,
      key: `meta/cloud/${code}`,
      count: 1,
    }));
    const url = new URL('https://crm.example.org/');
    const other = { code: '63016', key: 'twilio/api/63016', count: 1 };
    renderPopup('', { ...testPage, url, codes: [...codes, other] });
    await settle();
    const name = testCatalogue.apiName({ provider: 'meta', api: 'cloud' });
    expect(screen.queryByText(name)).toBeNull();
    expect(screen.getByText('Twilio')).toBeVisible();
    expect(screen.getByText('Codes: Meta')).toBeVisible();
    cleanup();
    renderPopup('', {
      ...testPage,
      url: new URL('https://app.gallabox.com/'),
      codes: [...codes, other],
    });
    await settle();
    expect(screen.queryByText(name)).toBeNull();
    expect(screen.getByText('Codes: Meta')).toBeVisible();
    cleanup();
    renderPopup('', { ...testPage, codes });
    await settle();
    expect(screen.queryByText(/^Provider/)).toBeNull();
    cleanup();
    renderPopup('', { ...testPage, url, codes: codes.slice(0, 2) });
    await settle();
    expect(screen.getAllByText(name)).toHaveLength(2);
  });

  test('is filtered by a click on what can be done, and by its words', async () => {
    const { user, field } = renderPopup('', testPage);
    await settle();
    const strip = within(screen.getByRole('group', { name: 'What to do' }));
    const buttons = strip
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    expect(buttons).toEqual(['17 Wait', '8 Fix first', '1 Check by hand']);
    await user.click(strip.getByRole('button', { name: '8 Fix first' }));
    expect(getShownCodes()).toEqual(['131026']);
    expect(field).toHaveValue('Fix first');
    await expectNoAxeViolations();
    await user.click(strip.getByRole('button', { pressed: true }));
    expect(getShownCodes()).toHaveLength(3);
    await user.type(field, 'check by hand');
    expect(
      screen.getByRole('button', { name: '1 Check by hand' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(getShownCodes()).toEqual(['131999']);
  });

  test('is not listed below what is searched for', async () => {
    const { user, field } = renderPopup('', { ...testPage, isReading: true });
    await user.type(field, 'payment');
    expect(getShownCodes()).not.toContain('131056');
    expect(screen.queryByText(/On this page|Still reading/)).toBeNull();
  });

  test('says how many of its places are ignored, and leads to where that is undone', async () => {
    const suppression = {
      host: 'business.facebook.com',
      code: '1003',
      by: 'column',
      words: 'orders',
    } as const;
    renderPopup('', testPage, {
      suppressions: [suppression, { ...suppression, host: 'example.com' }],
    });
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    const link = screen.getByRole('link', { name: 'Undo in Settings' });
    expect(link.parentElement).toHaveTextContent('You removed 1 mark here.');
    expect(link).toHaveAttribute('href', 'options.html#sites');
    await expectNoAxeViolations();
  });

  test('has its diagnostics to copy, which are shown first', async () => {
    const { user, readDiagnostics } = renderPopup('', testPage);
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(readDiagnostics).not.toHaveBeenCalled();
    await user.click(screen.getByText('Copy diagnostics'));
    const preview = await screen.findByRole('group', { name: 'Preview' });
    expect(preview).toHaveTextContent('Site: business.facebook.com State: on');
    expect(preview).toHaveTextContent('Frames: 1 with access, 1 without');
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe(preview.textContent);
  });

  test.each([
    ['that is no console is not named', null, 'another site'],
    ['that was added is named', 'https://crm.example/*', 'crm.example'],
  ])('a site %s in the diagnostics', async (_, addedPattern, name) => {
    const { user } = renderPopup('', {
      ...testPage,
      url: new URL('https://crm.example/4917623456789'),
      addedPattern,
    });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByText('Copy diagnostics'));
    const preview = await screen.findByRole('group', { name: 'Preview' });
    expect(preview).toHaveTextContent(`Site: ${name} State`);
    expect(preview).not.toHaveTextContent('4917623456789');
  });

  test('takes no room at the foot until it is known', () => {
    renderPopup('', null);
    expect(screen.queryByRole('contentinfo')).toBeNull();
  });

  test('is paused and resumed by the switch, at once', async () => {
    const { user, settings } = renderPopup();
    await user.click(
      screen.getByRole('switch', { name: 'Active on business.facebook.com' }),
    );
    expect(settings().pausedHosts).toEqual(['business.facebook.com']);
    await user.click(
      screen.getByRole('switch', { name: 'Paused on business.facebook.com' }),
    );
    expect(settings().pausedHosts).toEqual([]);
  });

  test('takes a file in a tab, and shows where it can be dropped', async () => {
    const { user, onOpenFilePage } = renderPopup(
      '',
      testPage,
      {},
      undefined,
      undefined,
      false,
      undefined,
      false,
    );
    await user.click(screen.getByRole('button', { name: 'Open a file' }));
    expect(onOpenFilePage).toHaveBeenCalledOnce();
    cleanup();
    renderPopup();
    fireEvent.dragOver(document.body, { dataTransfer: { types: ['Files'] } });
    expect(
      screen.getByText(
        'Drop a table to explain each row, or a log to decode it',
      ),
    ).toBeVisible();
    fireEvent.dragLeave(document.body);
    expect(
      screen.queryByText(
        'Drop a table to explain each row, or a log to decode it',
      ),
    ).toBeNull();
  });

  test('takes one line to pause; all else is folded', async () => {
    const { user } = renderPopup();
    const foot = screen.getByRole('contentinfo');
    expect(within(foot).getAllByRole('button')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(within(foot).getAllByRole('button').length).toBeGreaterThan(1);
    expect(within(foot).getByText('Copy diagnostics')).toBeVisible();
  });

  test('is paused in this tab alone, and resumed', async () => {
    const { user, settings, onPauseTab } = renderPopup();
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('button', { name: /Pause that tab/ }));
    expect(onPauseTab).toHaveBeenLastCalledWith(true);
    expect(settings().pausedHosts).toEqual([]);
    cleanup();
    const paused = renderPopup('', { ...testPage, codes: [], isPaused: true });
    await paused.user.click(screen.getByRole('switch', { name: /Paused in/ }));
    expect(paused.onPauseTab).toHaveBeenLastCalledWith(false);
    await expectNoAxeViolations();
  });

  test('is paused by its part, in one click each, and resumed where it is', async () => {
    const page = {
      ...testPage,
      url: new URL('https://business.facebook.com/wa/manage/home'),
    };
    const { user, settings } = renderPopup('', page);
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('button', { name: 'Pause under /wa' }));
    expect(settings().pausedHosts).toEqual(['business.facebook.com/wa']);
    expect(
      screen.queryByRole('button', { name: /Pause (under|its tab)/ }),
    ).toBeNull();
    expect(screen.getByRole('switch')).toHaveFocus();
    await expectNoAxeViolations();
    await user.click(
      screen.getByRole('switch', {
        name: 'Paused on business.facebook.com/wa',
      }),
    );
    expect(settings().pausedHosts).toEqual([]);
    cleanup();
    const top = renderPopup('', {
      ...page,
      url: new URL('https://business.facebook.com/'),
    });
    await top.user.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.queryByRole('button', { name: /Pause under/ })).toBeNull();
    cleanup();
    // Longer than the settings accept.
    const long = renderPopup('', {
      ...page,
      url: new URL(`https://business.facebook.com/${'a'.repeat(201)}/b`),
    });
    await long.user.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.queryByRole('button', { name: /Pause under/ })).toBeNull();
    cleanup();
    const both = renderPopup('', page, {
      pausedHosts: ['business.facebook.com', 'business.facebook.com/wa'],
    });
    await both.user.click(
      screen.getByRole('switch', {
        name: 'Paused on business.facebook.com/wa',
      }),
    );
    expect(both.settings().pausedHosts).toEqual([]);
    cleanup();
    renderPopup(
      '',
      { ...page, url: new URL('https://business.facebook.com/wallet') },
      { pausedHosts: ['business.facebook.com/wa'] },
    );
    expect(
      screen.getByRole('switch', { name: 'Active on business.facebook.com' }),
    ).toBeVisible();
  });

  test('is paused with all others', async () => {
    const { user, settings } = renderPopup();
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('button', { name: 'Pause everywhere' }));
    expect(settings().enabled).toBe(false);
    await user.click(screen.getByRole('switch', { name: 'Errata is off' }));
    expect(settings().enabled).toBe(true);
  });

  test('shows the codes that the reader says, and not those that were guessed', async () => {
    const { user, settings } = renderPopup();
    await user.click(screen.getByRole('button', { name: 'More' }));
    const whose = screen.getByRole('combobox', { name: 'Provider' });
    expect(whose).toHaveDisplayValue(/\(detected\)$/);
    await user.selectOptions(whose, 'Gupshup');
    expect(settings().providerByHost).toEqual({
      'business.facebook.com': 'gupshup',
    });
    await expectNoAxeViolations();
    await user.selectOptions(whose, '');
    expect(settings().providerByHost).toEqual({});
  });

  test('is marked and opened as the reader wants it there, or as everywhere', async () => {
    const { user, settings } = renderPopup();
    await user.click(screen.getByRole('button', { name: 'More' }));
    const [codes, cards] = ['Codes', 'Cards'].map((name) =>
      screen.getByRole('combobox', { name }),
    );
    if (!codes || !cards) throw new Error('a choice is missing');
    expect(codes).toHaveDisplayValue('Normal (default)');
    await user.selectOptions(codes, 'Only the most certain matches');
    await user.selectOptions(cards, 'On hover with Shift');
    expect(settings().bySite).toEqual({
      'business.facebook.com': { sensitivity: 'surer', hover: 'key' },
    });
    await user.selectOptions(codes, '');
    await user.selectOptions(cards, '');
    expect(settings().bySite).toEqual({});
  });

  test('that a policy pauses, and whose codes it sets, is locked and says by whom', async () => {
    const host = 'business.facebook.com';
    const policy = {
      enabled: true,
      pausedHosts: [host],
      providerByHost: { [host]: 'gupshup' },
    };
    const { user, changeSettings } = renderPopup(
      '',
      testPage,
      {},
      undefined,
      undefined,
      false,
      {
        policy,
      },
    );
    const line = screen.getByRole('switch', { name: `Paused on ${host}` });
    expect(line).toBeDisabled();
    expect(line).toHaveAccessibleDescription('Set by your organisation.');
    expect(screen.getByText('Set by your organisation.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'More' }));
    const whose = screen.getByRole('combobox', {
      name: 'Provider Set by your organisation.',
    });
    expect(whose).toBeDisabled();
    expect(whose).toHaveDisplayValue('Gupshup');
    expect(
      screen.queryByRole('button', { name: 'Pause everywhere' }),
    ).toBeNull();
    await user.click(line);
    expect(changeSettings).not.toHaveBeenCalled();
    await expectNoAxeViolations();
  });

  test('that the reader added is removed there, as a console is not', async () => {
    const addedPattern = 'https://crm.example/*';
    const { user, onRevokePermission } = renderPopup('', {
      ...testPage,
      url: new URL('https://crm.example/tickets'),
      addedPattern,
      codes: [],
    });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('button', { name: 'Remove this site' }));
    expect(onRevokePermission).toHaveBeenCalledWith(addedPattern);
    cleanup();
    renderPopup();
    expect(
      screen.queryByRole('button', { name: 'Remove this site' }),
    ).toBeNull();
  });

  test('says under which paths Errata works there', () => {
    renderPopup('', {
      ...testPage,
      url: new URL('https://shared.example/pricing'),
      script: 'silent',
      codes: [],
    });
    expect(screen.getByText(/Errata works only under/)).toHaveTextContent(
      '/console, /docs',
    );
  });

  test('can be added where it is no console', async () => {
    const { user, onRequestPermission } = renderPopup('', {
      ...testPage,
      url: new URL('https://example.com/'),
      isOwn: false,
      isGranted: false,
      script: 'silent',
      codes: [],
    });
    expect(
      screen.getByText(/Errata isn’t enabled on.*right-click/),
    ).toHaveTextContent('example.com');
    expect(
      screen.queryByRole('switch', { name: /example/ }),
    ).not.toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Explain codes on this site' }),
    );
    expect(onRequestPermission).toHaveBeenCalledOnce();
    await expectNoAxeViolations();
  });

  test('is not spoken of in a tab that follows no site', () => {
    renderPopup('', {
      ...testPage,
      url: null,
      isGranted: false,
      script: 'refused',
      codes: [],
    });
    expect(
      screen.getByText(
        /^Look up a code.*open Errata from the toolbar there\.$/,
      ),
    ).toBeInTheDocument();
  });

  test('tells in the popup of the toolbar what can be done on a page that Errata does not see', () => {
    renderPopup(
      '',
      {
        ...testPage,
        url: null,
        isGranted: false,
        script: 'refused',
        codes: [],
      },
      {},
      undefined,
      undefined,
      false,
      undefined,
      false,
    );
    expect(
      screen.getByText(/select it and right-click, or look it up here\.$/),
    ).toBeInTheDocument();
  });

  test('can be allowed again', async () => {
    const { user, onRequestPermission } = renderPopup('', {
      ...testPage,
      isOwn: false,
      isGranted: false,
      script: 'refused',
      codes: [],
    });
    await user.click(screen.getByRole('button', { name: 'Allow' }));
    expect(onRequestPermission).toHaveBeenCalledOnce();
  });
});

describe("a page of Errata's own", () => {
  const ticketOn = async (page: typeof testPage) => {
    const { user } = renderPopup('131047', page);
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Ticket…' }));
    await screen.findByRole('group', { name: 'Preview' });
    return screen.getByRole('article').textContent;
  };

  test('is not where the code of a ticket was seen, as another page is', async () => {
    const url = new URL('chrome-extension://abc/catalogue.html');
    expect(
      await ticketOn({
        ...testPage,
        url,
        isOwn: true,
        script: 'silent',
        codes: [],
      }),
    ).not.toMatch(/ on \S+\.\n|chrome-extension|abc/);
    cleanup();
    const codes = [{ code: '131047', key: 'meta/cloud/131047', count: 1 }];
    expect(await ticketOn({ ...testPage, codes })).toMatch(
      /We get \w+.* on business\.facebook\.com/,
    );
    cleanup();
    expect(await ticketOn(testPage)).not.toMatch(/We get .* on /);
  });
});

describe('a page that is still being read', () => {
  test('says that there may be more, and no more once it is read', async () => {
    const { store } = renderPopup('', { ...testPage, isReading: true });
    await settle();
    expect(screen.getByText(/Still reading this page/)).toBeVisible();
    expect(screen.getByText(/3 codes so far/)).toBeVisible();
    await settle(() => store.setState({ page: testPage }));
    expect(screen.queryByText(/Still reading/)).toBeNull();
  });

  test('is not told to hold none', () => {
    renderPopup('', { ...testPage, isReading: true, codes: [] });
    expect(screen.queryByText('No codes on this page.')).toBeNull();
    expect(screen.getByText(/Still reading this page/)).toBeVisible();
  });
});

test('a page whose only codes are in text that the user is editing says so', () => {
  const { store } = renderPopup('', {
    ...testPage,
    codes: [],
    hasEditableText: true,
  });
  const text = 'Codes in text that you are editing aren’t underlined.';
  expect(screen.getByText(text)).toBeVisible();
  act(() => store.setState({ page: { ...testPage, codes: [] } }));
  expect(screen.getByText('No codes on this page.')).toBeVisible();
  expect(screen.queryByText(text)).toBeNull();
});

test('a change that the browser cannot keep says so and why', async () => {
  const { user, settings, changeSettings } = renderPopup();
  changeSettings.mockRejectedValueOnce(
    new Error('IO error: .ldb: Unable to write.'),
  );
  await user.click(screen.getByRole('switch', { name: /^Active on/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The browser couldn’t save the change: “IO error: .ldb: Unable to write”.',
  );
  expect(settings().pausedHosts).toEqual([]);
  await expectNoAxeViolations();
});

describe('recent look-ups', () => {
  test('are not kept unless the reader wants it', async () => {
    const { user, field, settings } = renderPopup();
    await user.type(field, '131047{Enter}');
    expect(settings().recentLookups).toEqual([]);
  });

  test('are not kept from a private window', async () => {
    const recent = {
      rememberLookups: true,
      recentLookups: ['meta/cloud/131026'],
    };
    const { user, field, settings } = renderPopup(
      '',
      undefined,
      recent,
      undefined,
      undefined,
      true,
    );
    await user.type(field, '131047{Enter}');
    expect(settings()).toMatchObject(recent);
    await expectNoAxeViolations();
  });

  test('are listed where they are remembered, which only the settings decide', async () => {
    const { user, field } = renderPopup('', undefined, {
      rememberLookups: true,
      recentLookups: [],
    });
    expect(screen.queryByRole('switch', { name: /Remember/ })).toBeNull();
    await user.type(field, '131047{Enter}');
    await user.keyboard('{Escape}{Escape}');
    const list = screen.getByRole('group', { name: 'Recent lookups' });
    expect(within(list).getByRole('option')).toHaveAttribute(
      'data-code',
      '131047',
    );
  });
});

test('what was looked up by the address and has gone with a reload is told, until something else is looked up', async () => {
  const { user, store, field } = renderPopup();
  act(() => store.setState({ isLost: true }));
  const lost = /is no longer available/;
  expect(screen.getAllByText(lost).some((said) => said.closest('main'))).toBe(
    true,
  );
  expect(screen.getAllByRole('status')[0]?.textContent).toMatch(lost);
  await expectNoAxeViolations();
  await user.type(field, '131047');
  expect(screen.queryByText(lost)).toBeNull();
});
