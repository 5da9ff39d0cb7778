import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { createSearch } from '../../lib/catalogue/search/search.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import {
  testCatalogue,
  testCatalogueData,
} from '../../tests/fixtures/catalogue.ts';
import {
  NO_PAGE_FILTERS,
  readFilters,
  readTarget,
  writeFilters,
} from '../shared/FilterBar.tsx';
import { CataloguePage, createCatalogueStore } from './CataloguePage.tsx';

const { find } = createSearch(testCatalogue);
const providers = testCatalogue.providers.map(({ id }) => id);

const NOW = Date.parse('2026-12-01');

function openCatalogue(address = '', now = NOW, catalogue = testCatalogue) {
  const { search, hash } = new URL(`https://x.example/${address}`);
  const store = createCatalogueStore({
    filters: readFilters(search, providers),
    target: readTarget(hash),
  });
  const onFile = { explainCsv: vi.fn(), onDecode: vi.fn() };
  render(
    <CataloguePage
      store={store}
      setting={{ catalogue, find }}
      getAddress={(key) => `x:/catalogue.html#${key}`}
      now={now}
      {...onFile}
    />,
  );
  return { user: userEvent.setup(), store };
}

const getRows = () =>
  screen.queryAllByRole('link').filter(({ dataset }) => dataset.code);
const getCountText = () => screen.getAllByRole('status')[0]?.textContent;

describe('the list', () => {
  test('contains every entry as a link to its own address', async () => {
    openCatalogue();
    expect(getRows()).toHaveLength(testCatalogue.entries.length);
    expect(getRows().map((row) => row.getAttribute('href'))).toContain(
      '#meta/cloud/131047',
    );
    expect(screen.getByRole('region', { name: 'Twilio' })).toBeInTheDocument();
    await expectNoAxeViolations();
  });

  test('starts with the most common codes', async () => {
    const mostCommon = ['twilio/api/63016', 'meta/cloud/131047'].map((key) => ({
      key,
      texts: 1,
      threads: 1,
    }));
    const { user } = openCatalogue(
      '',
      NOW,
      createCatalogue({ ...testCatalogueData, mostCommon }),
    );
    const met = within(
      screen.getByRole('region', { name: 'Most common' }),
    ).getAllByRole('link');
    expect(met.map(({ dataset }) => dataset.code)).toEqual(['63016', '131047']);
    expect(getRows()[0]).toBe(met[0]);
    await expectNoAxeViolations();
    await user.selectOptions(screen.getByLabelText('Whose turn'), 'recipient');
    expect(screen.queryByRole('region', { name: 'Most common' })).toBeNull();
  });

  test('is navigated with the arrow keys, from the field and back, and Escape closes an opened entry', async () => {
    const { user, store } = openCatalogue();
    const field = screen.getByRole('searchbox');
    await user.click(field);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(getRows()[1]);
    const key = getRows()[1]?.dataset.key ?? '';
    act(() => store.setState({ target: key }));
    expect(screen.getByRole('region', { name: /explained$/ })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(store.getState().target).toBeNull();
    expect(document.activeElement).toBe(getRows()[1]);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(field).toHaveFocus();
  });

  test('is restricted by filters, which are in the address', async () => {
    const { user, store } = openCatalogue();
    await user.selectOptions(screen.getByLabelText('Provider'), 'Meta');
    await user.selectOptions(screen.getByLabelText('Retry'), 'backoff');
    expect(getRows().map(({ dataset }) => dataset.key)).toEqual([
      'meta/cloud/131056',
    ]);
    expect(writeFilters(store.getState().filters)).toBe(
      '?provider=meta&retry=backoff',
    );
    expect(getCountText()).toBe(`1 of ${testCatalogue.entries.length} entries`);
    for (const name of ['Provider', 'Retry'])
      await user.selectOptions(screen.getByLabelText(name), 'Any');
    expect(getRows()).toHaveLength(testCatalogue.entries.length);
  });

  test('starts with the state of the address', () => {
    openCatalogue('?provider=twilio&turn=recipient');
    expect(getRows().map(({ dataset }) => dataset.key)).toEqual([
      'twilio/api/30003',
    ]);
    expect(screen.getByLabelText('Whose turn')).toHaveValue('recipient');
  });

  test('can be restricted to `wait`, with the word and the icon of the card', async () => {
    const { user, store } = openCatalogue();
    await user.selectOptions(screen.getByLabelText('Whose turn'), 'Wait');
    expect(store.getState().filters.turn).toBe('wait');
    expect(getRows().length).toBeGreaterThan(0);
    for (const row of getRows())
      expect(row.querySelector('[data-mark]')).toHaveAttribute(
        'data-mark',
        'wait',
      );
  });

  test('scrolls to the entry of a link', () => {
    const shown: (string | undefined)[] = [];
    const below = { top: 5_000, bottom: 5_036 } as DOMRect;
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(
      below,
    );
    HTMLElement.prototype.scrollIntoView = function () {
      shown.push(this.dataset.key);
    };
    openCatalogue('#meta/cloud/131056');
    expect(shown).toEqual(['meta/cloud/131056']);
    vi.restoreAllMocks();
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView');
  });

  test('is searched like the popup, within the filters', async () => {
    const { user } = openCatalogue('?provider=gupshup');
    await user.type(screen.getByRole('searchbox'), '1003');
    expect(getRows().map(({ dataset }) => dataset.key)).toEqual([
      'gupshup/api/1003',
    ]);
  });

  test('opens its first result on Enter, but no neighbour', async () => {
    const { user, store } = openCatalogue();
    const field = screen.getByRole('searchbox');
    await user.type(field, '{Enter}131407{Enter}');
    expect(store.getState().target).toBeNull();
    await user.clear(field);
    await user.type(field, '63016{Enter}');
    expect(store.getState().target).toBe('twilio/api/63016');
    expect(screen.getByRole('article')).toHaveAttribute('data-code', '63016');
    expect(field).toHaveFocus();
    await expectNoAxeViolations();
  });

  test('separates other codes from the exact match', async () => {
    const { user } = openCatalogue();
    await user.type(screen.getByRole('searchbox'), '470');
    const related = await screen.findByRole('region', {
      name: 'Related codes',
    });
    const codesOf = within(related)
      .getAllByRole('link')
      .map(({ dataset }) => dataset.code);
    expect(codesOf).toEqual(['131047', '63016']);
    expect(related).toHaveTextContent('Twilio');
    await expectNoAxeViolations();
  });

  test('accepts filters in its field too', async () => {
    const { user } = openCatalogue();
    await user.type(
      screen.getByRole('searchbox'),
      'provider:meta retry:backoff',
    );
    expect(getRows().map(({ dataset }) => dataset.key)).toEqual([
      'meta/cloud/131056',
    ]);
  });

  test('shows neighbours as such', async () => {
    const { user } = openCatalogue();
    await user.type(screen.getByRole('searchbox'), '131048');
    expect(
      screen.getByRole('region', {
        name: 'Not in the catalogue. Similar codes',
      }),
    ).toBeInTheDocument();
  });

  test('offers what an unknown number may be a slip of', async () => {
    const { user } = openCatalogue();
    await user.type(screen.getByRole('searchbox'), '131057');
    const near = screen.getByRole('region', {
      name: 'Not in the catalogue. Similar codes',
    });
    expect(within(near).getAllByRole('link')[0]).toHaveAttribute(
      'data-code',
      '131056',
    );
    await user.selectOptions(screen.getByLabelText('Provider'), 'Twilio');
    expect(screen.getByText('No matching entries.')).toBeVisible();
  });

  test('says so if nothing matches, and keeps the text', async () => {
    const { user, store } = openCatalogue();
    await user.type(screen.getByRole('searchbox'), 'qqqxxyyzz');
    expect(screen.getByRole('searchbox')).toHaveValue('qqqxxyyzz');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(store.getState().filters).toEqual(NO_PAGE_FILTERS);
  });
});

describe('a link', () => {
  test('to a code shows its entry, and its other meanings', async () => {
    openCatalogue('#1003');
    const entry = screen.getByRole('article');
    expect(entry).toHaveAttribute('data-code', '1003');
    expect(within(entry).getByText(/Same code elsewhere/)).toBeInTheDocument();
    await expectNoAxeViolations();
  });

  test('to a key shows that entry, and marks its row', () => {
    openCatalogue('#gupshup/api/1003');
    expect(screen.getByRole('article')).toHaveAttribute(
      'data-key',
      'gupshup/api/1003',
    );
    expect(
      getRows().filter((row) => row.hasAttribute('aria-current')),
    ).toHaveLength(1);
    expect(document.title).toBe(
      `1003 ${testCatalogue.byKey.get('gupshup/api/1003')?.title} · Errata`,
    );
  });

  test('to a code shows the meaning of the provider chosen', () => {
    openCatalogue('?provider=gupshup#1003');
    expect(screen.getByRole('article')).toHaveAttribute(
      'data-key',
      'gupshup/api/1003',
    );
  });

  test('to an unknown code describes its range, and offers nothing that only begins alike', () => {
    openCatalogue('#131999');
    expect(screen.getByRole('article').textContent).toMatch(
      /six-digit codes beginning with 131/i,
    );
    expect(screen.queryByRole('region', { name: 'Did you mean' })).toBeNull();
  });

  test('to an unknown code offers what it may be a slip of', async () => {
    const { user, store } = openCatalogue('#131057');
    expect(screen.getByRole('article').textContent).toMatch(
      /six-digit codes beginning with 131/i,
    );
    const near = screen.getByRole('region', { name: 'Did you mean' });
    await expectNoAxeViolations();
    await user.click(within(near).getByRole('button', { name: /131056/ }));
    expect(store.getState().target).toBe('meta/cloud/131056');
  });

  test.each([
    ['a slip of the finger', '#131074', 'meta/cloud/131047'],
    ['a key that is no more', '#meta/old/131047', 'meta/cloud/131047'],
  ])('with %s opens the code', (_, address, key) => {
    openCatalogue(address);
    const near = within(
      screen.getByRole('region', { name: 'Did you mean' }),
    ).getAllByRole('button');
    expect(near[0]).toHaveTextContent(key.slice(key.lastIndexOf('/') + 1));
  });

  test('to a word without a code opens nothing', () => {
    openCatalogue('#qqqxxyyzz');
    expect(screen.queryByRole('region', { name: 'Did you mean' })).toBeNull();
  });

  test('shows its entry with the legend, and its parts folded', () => {
    openCatalogue('#131047');
    expect(
      screen.getByRole('list', { name: 'Whose turn it is' }),
    ).toHaveTextContent('Your turn');
    for (const fold of screen.getByRole('article').querySelectorAll('details'))
      expect(fold.open).toBe(false);
  });

  test('can be copied', async () => {
    const { user } = openCatalogue('#131047');
    // Watched from the start: it leaves after two seconds, which a click can take on a busy machine.
    const copied = screen.findByRole('button', { name: 'Copied' });
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await copied).toHaveAccessibleName('Copied');
    expect(await navigator.clipboard.readText()).toBe(
      'x:/catalogue.html#meta/cloud/131047',
    );
  });
});

test('closing an entry returns to its row', async () => {
  const { user, store } = openCatalogue('#twilio/api/63016');
  await user.click(screen.getByRole('button', { name: 'All codes' }));
  expect(store.getState().target).toBeNull();
  expect(document.activeElement).toHaveAttribute(
    'data-key',
    'twilio/api/63016',
  );
});

test('follows changes of the address', () => {
  const { store } = openCatalogue();
  act(() => store.setState({ target: 'meta/graph/190.463' }));
  expect(screen.getByRole('article')).toHaveAttribute(
    'data-key',
    'meta/graph/190.463',
  );
});

test('shows the version of the catalogue, and after half a year that it is old', async () => {
  openCatalogue('', Date.parse('2027-06-08'));
  const footer = screen.getByRole('contentinfo');
  expect(footer).toHaveTextContent(
    `Catalogue ${testCatalogue.version}. Sources last checked on 20 November 2026.`,
  );
  expect(footer).toHaveTextContent('200 days old');
  await expectNoAxeViolations();
});
