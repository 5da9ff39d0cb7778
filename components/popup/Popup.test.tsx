import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Settings } from '../../lib/bridge/page-settings.ts';
import type { TabPage } from '../../lib/bridge/tab.ts';
import { familyOf } from '../../lib/catalogue/family.ts';
import { fixture } from '../../lib/catalogue/fixture.ts';
import { openSearch } from '../../lib/catalogue/search.ts';
import { indexData, openIndex } from '../../lib/detect/code-index.ts';
import { decode } from '../../lib/explain/decode.ts';
import { explain } from '../../lib/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { settingsInMemory } from '../shared/settings-fixture.ts';
import { contextOf, directAnswer, type Reference } from './answer.ts';
import { Popup } from './Popup.tsx';
import { createPopupStore } from './store.ts';

const index = openIndex(indexData(fixture));
const search = openSearch(fixture);
const reference: Reference = {
  catalogue: fixture,
  find: (query, context) => search.find(query, context),
  decode: (text, context) => decode(text, fixture, index, context),
  explain: (question) => explain(question, fixture),
  familyOf,
};

const metaPage: TabPage = {
  tabId: 1,
  url: new URL('https://business.facebook.com/wa/manage'),
  granted: true,
  script: 'running',
  codes: [
    { code: '131056', key: 'meta/cloud/131056', count: 17 },
    { code: '131026', key: 'meta/cloud/131026', count: 8 },
    { code: '131999', key: null, count: 1 },
  ],
};

function open(query = '', page: TabPage | null = { ...metaPage, codes: [] }, given: Partial<Settings> = {}) {
  const store = createPopupStore(query);
  const { store: settingsStore, actions, settings } = settingsInMemory(given);
  store.getState().showPage(page);
  const onAskForAccess = vi.fn();
  render(<Popup {...{ store, settingsStore, settingsActions: actions, reference, onAskForAccess }} />);
  return { user: userEvent.setup(), store, settings, onAskForAccess, field: screen.getByRole('combobox') };
}

const active = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
const codes = () => screen.queryAllByRole('option').map(({ dataset }) => dataset.code);

describe('the search field', () => {
  test('has the focus on open', () => expect(open().field).toHaveFocus());

  test('finds a code, says how many results there are, and makes the first one active', async () => {
    const { user, field } = open();
    await user.type(field, '131047');
    expect(active(field)).toHaveAttribute('data-code', '131047');
    expect(screen.getByRole('status')).toHaveTextContent(/result/);
    await expectNoAxeViolations();
  });

  test('ranks by the page in front', async () => {
    const gupshup = { ...metaPage, url: new URL('https://www.gupshup.io/whatsapp/dashboard'), codes: [] };
    const { user, field } = open('', gupshup);
    await user.type(field, '1003');
    expect(active(field)).toHaveAttribute('data-key', 'gupshup/api/1003');
  });

  test('walks the list with arrows, Home and End, and keeps the focus', async () => {
    const { user, field } = open();
    await user.type(field, '131');
    const found = codes();
    expect(found.length).toBeGreaterThan(2);
    await user.keyboard('{ArrowDown}');
    expect(active(field)).toHaveAttribute('data-code', found[1]);
    await user.keyboard('{End}');
    expect(active(field)).toHaveAttribute('data-code', found.at(-1));
    await user.keyboard('{ArrowDown}');
    expect(active(field)).toHaveAttribute('data-code', found[0]);
    await user.keyboard('{ArrowUp}{Home}');
    expect(active(field)).toHaveAttribute('data-code', found[0]);
    expect(field).toHaveFocus();
  });

  test('opens the active row on Enter, goes back on Escape, then clears the field', async () => {
    const { user, field } = open();
    await user.type(field, '131047{Enter}');
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
    await expectNoAxeViolations();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(field).toHaveValue('131047');
    await user.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });

  test('leaves Escape to the browser where there is nothing to leave', async () => {
    const { field } = open();
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    act(() => void field.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(false);
  });

  test('opens a row on click, and Back returns to the field', async () => {
    const { user, field } = open();
    await user.type(field, 'window');
    await user.click(screen.getAllByRole('option')[0] as HTMLElement);
    expect(screen.getByRole('article')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getAllByRole('option').length).toBeGreaterThan(0);
    expect(field).toHaveFocus();
  });
});

describe('without an answer', () => {
  test('keeps the text and says so', async () => {
    const { user, field } = open();
    await user.type(field, 'qqqxxyyzz');
    expect(field).toHaveValue('qqqxxyyzz');
    expect(screen.getByText(/Nothing found/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('No result');
    expect(codes()).toEqual([]);
  });

  test('shows neighbours under a heading of their own, and Enter opens none of them', async () => {
    const { user, field } = open();
    await user.type(field, '131048');
    const near = screen.getByRole('group', { name: 'Not in the catalogue. Nearest codes' });
    expect(within(near).getAllByRole('option').length).toBeGreaterThan(0);
    expect(screen.getByText(/six digits beginning with 131/i)).toBeInTheDocument();
    expect(active(field)).toBeNull();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });
});

describe('a paste', () => {
  const webhook = JSON.stringify({
    statuses: [
      { status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] },
      { status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] },
      { status: 'failed', errors: [{ code: 131026, title: 'Message undeliverable' }] },
    ],
  });

  test('of a webhook lists its codes with their counts, each to open', async () => {
    const { user, field } = open();
    await user.click(field);
    await user.paste(webhook);
    const found = screen.getByRole('group', { name: 'In the pasted text' });
    expect(codes()).toEqual(['131047', '131026']);
    expect(within(found).getByText('2 ×')).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
  });

  test('without a code says so, and guesses nothing', async () => {
    const { user, field } = open();
    await user.click(field);
    await user.paste('Dear team,\nthe invoice of 1,470 EUR was paid on 12 May.\nRegards');
    expect(screen.getByText('No code found in the pasted text.')).toBeInTheDocument();
    expect(codes()).toEqual([]);
  });

  test('leaves nothing in the settings, even while look-ups are remembered', async () => {
    const { user, field, settings } = open('', null, { recent: { on: true, list: [] } });
    await user.click(field);
    await user.paste(webhook);
    await user.keyboard('{Enter}');
    expect(settings().recent.list).toEqual(['meta/cloud/131047']);
    expect(JSON.stringify(settings())).not.toContain('Re-engagement');
  });

  test('of a short code goes into the field', async () => {
    const { user, field } = open();
    await user.click(field);
    await user.paste('131047');
    expect(field).toHaveValue('131047');
  });
});

describe('the page in front', () => {
  test('lists its codes with counts, and opens them', async () => {
    const { user } = open('', metaPage);
    const list = screen.getByRole('group', { name: 'On this page' });
    expect(
      within(list)
        .getAllByRole('option')
        .map(({ dataset }) => dataset.code),
    ).toEqual(['131056', '131026', '131999']);
    expect(screen.getByText('26 failures, 3 codes')).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.keyboard('{End}{Enter}');
    expect(screen.getByRole('article')).toHaveTextContent(/six digits beginning with 131/i);
  });

  test('is paused and resumed by the switch, at once', async () => {
    const { user, settings } = open();
    await user.click(screen.getByRole('switch', { name: 'Explaining codes on business.facebook.com' }));
    expect(settings().pausedHosts).toEqual(['business.facebook.com']);
    await user.click(screen.getByRole('switch', { name: 'Paused on business.facebook.com' }));
    expect(settings().pausedHosts).toEqual([]);
  });

  test('is named where Errata has nothing to do there', () => {
    open('', {
      ...metaPage,
      url: new URL('https://example.com/'),
      granted: false,
      script: 'silent',
      codes: [],
    });
    expect(screen.getByText(/is not one of Errata’s consoles/)).toBeInTheDocument();
    expect(screen.queryByRole('switch', { name: /example/ })).not.toBeInTheDocument();
  });

  test('can be allowed again', async () => {
    const { user, onAskForAccess } = open('', { ...metaPage, granted: false, script: 'refused', codes: [] });
    await user.click(screen.getByRole('button', { name: 'Allow' }));
    expect(onAskForAccess).toHaveBeenCalledOnce();
  });
});

describe('recent look-ups', () => {
  test('are not kept unless the reader wants it', async () => {
    const { user, field, settings } = open();
    await user.type(field, '131047{Enter}');
    expect(settings().recent.list).toEqual([]);
  });

  test('are listed once remembered, and erased by one button', async () => {
    const { user, field, settings } = open();
    await user.click(screen.getByRole('switch', { name: 'Remember look-ups' }));
    await user.type(field, '131047{Enter}');
    await user.keyboard('{Escape}{Escape}');
    const list = screen.getByRole('group', { name: 'Recent look-ups' });
    expect(within(list).getByRole('option')).toHaveAttribute('data-code', '131047');
    await user.click(screen.getByRole('button', { name: 'Erase' }));
    expect(settings().recent).toEqual({ on: true, list: [] });
    expect(codes()).toEqual([]);
  });
});

describe('popup.html?q=', () => {
  test('begins on the answer to a code', () => {
    const answer = directAnswer(reference, ' 131047 ', contextOf(metaPage, {}));
    expect(answer?.entry?.key).toBe('meta/cloud/131047');
  });

  test.each(['131999', 'window closed', ''])('leaves the choice to the reader for «%s»', (query) => {
    expect(directAnswer(reference, query, {})).toBeNull();
  });

  test('decodes a payload', () => {
    open('{"error":{"code":131047,"message":"(#131047) Re-engagement message"}}');
    expect(codes()).toEqual(['131047']);
  });
});
