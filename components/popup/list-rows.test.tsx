import { act, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { EntryKey } from '../../data/schema.ts';
import { createExplanation } from '../../lib/answer/explain/explanation.ts';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import type { TabLowConfidenceHit } from '../../lib/extension/webext/tab-low-confidence-hits.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { renderPopup } from '../../tests/fixtures/popup.tsx';
import { settle } from '../../tests/fixtures/settle.ts';
import { testPage } from '../../tests/fixtures/tab-page.ts';
import { createLowConfidenceGroups } from './answer.ts';
import { ResultList } from './ResultList.tsx';

const found = (
  more: Partial<TabLowConfidenceHit> = {},
): TabLowConfidenceHit => ({
  why: 'perhaps',
  code: '131047',
  key: 'meta/cloud/131047',
  count: 1,
  confidence: 0.4,
  around: ['It was ', '131047', ', they said'],
  frameId: 0,
  place: 0,
  ...more,
});

test('the list separates low-confidence codes, with the text around them', async () => {
  const { store, user, onReveal } = renderPopup('', testPage);
  await settle();
  act(() =>
    store.setState({ lowConfidence: { codes: [found()], partial: false } }),
  );
  const group = screen.getByRole('group', {
    name: 'Less certain, not underlined',
  });
  expect(within(group).getByRole('option')).toHaveAttribute(
    'data-code',
    '131047',
  );
  expect(within(group).getByRole('option')).toHaveTextContent(
    'It was 131047, they said',
  );
  await expectNoAxeViolations();
  await user.click(within(group).getByRole('option'));
  expect(onReveal).toHaveBeenCalledWith({
    around: found().around,
    frameId: 0,
    place: 0,
  });
  expect(screen.getByRole('article')).toHaveAttribute('data-code', '131047');
});

test('the list says why a code is not underlined, and marks such codes on the site', async () => {
  const { store, user, settings } = renderPopup('', testPage);
  await settle();
  act(() =>
    store.setState({
      lowConfidence: {
        codes: [found({ rejection: 'no cue' })],
        partial: false,
      },
    }),
  );
  expect(
    screen.getByText(
      'Not marked: nothing next to it says that it is an error code.',
    ),
  ).toBeVisible();
  await expectNoAxeViolations();
  await user.click(screen.getByRole('button', { name: 'Mark them here' }));
  expect(Object.values(settings().bySite)).toEqual([{ sensitivity: 'more' }]);
});

test('a code without other text is not shown twice', async () => {
  const { store } = renderPopup('', testPage);
  await settle();
  act(() =>
    store.setState({
      lowConfidence: {
        codes: [found({ around: ['', '131047', ' '] })],
        partial: false,
      },
    }),
  );
  const group = screen.getByRole('group', {
    name: 'Less certain, not underlined',
  });
  expect(within(group).getAllByText('131047')).toHaveLength(1);
});

test('the list separates codes of tooltips, except those that are underlined', async () => {
  const { store } = renderPopup('', testPage);
  await settle();
  const codes = [
    found({ why: 'attribute', frameId: 3 }),
    found({ why: 'attribute', count: 2 }),
    found({ why: 'attribute', code: '131026', key: 'meta/cloud/131026' }),
  ];
  act(() => store.setState({ lowConfidence: { codes, partial: false } }));
  const group = screen.getByRole('group', {
    name: 'Only in tooltips and labels',
  });
  const [row, ...more] = within(group).getAllByRole('option');
  expect(row).toHaveTextContent('3');
  expect(more).toEqual([]);
});

test('search results do not include them', async () => {
  const { store, user, field } = renderPopup('', testPage);
  await settle();
  act(() =>
    store.setState({ lowConfidence: { codes: [found()], partial: false } }),
  );
  await user.type(field, 'template');
  expect(
    screen.queryByRole('group', { name: 'Less certain, not underlined' }),
  ).toBeNull();
});

test('a long list is complete, and that of an incomplete scan says so', () => {
  const many = Array.from({ length: 20 }, (_, place) => found({ place }));
  expect(
    createLowConfidenceGroups(testCatalogue, testPage, {
      codes: many,
      partial: true,
    }),
  ).toMatchObject([
    { id: 'perhaps', aside: 'part of the page', rows: { length: 20 } },
  ]);
  expect(createLowConfidenceGroups(testCatalogue, testPage, null)).toEqual([]);
});

test('next to a state that stops sending, a healthy one has no next step', () => {
  const catalogue = getBundledCatalogue();
  const showNextSteps = (...keys: EntryKey[]) => {
    const rows = keys.map((key) => {
      const entry = catalogue.byKey.get(key) ?? null;
      return {
        key,
        code: key,
        entry,
        explanation: createExplanation(key, { entry }),
      };
    });
    const groups = [{ id: 'results', heading: null, rows }];
    const props = {
      groups,
      active: -1,
      catalogue,
      provider: undefined,
      onOpen: vi.fn(),
      onGo: vi.fn(),
    };
    const { container, unmount } = render(<ResultList {...props} />);
    const steps = [...container.querySelectorAll('.row-next')].map(
      ({ textContent }) => textContent,
    );
    unmount();
    return steps;
  };
  const healthy = 'Do nothing; the quality of this number is high.';
  expect(showNextSteps('meta/states/GREEN~quality_rating')).toEqual([healthy]);
  const [first, ...others] = showNextSteps(
    'meta/management/BANNED',
    'meta/states/GREEN~quality_rating',
  );
  expect(first).not.toBe('');
  expect(others).toEqual(['']);
});
