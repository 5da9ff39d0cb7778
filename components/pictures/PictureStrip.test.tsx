import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { PictureStrip } from './PictureStrip.tsx';

const count = (value: string, failed: number) => ({
  value,
  messages: failed,
  failed,
  byPlan: [failed, 0, 0, 0, 0, 0],
});

const BREAKDOWN = {
  messages: 6,
  failed: 6,
  facets: [
    {
      facet: 'period' as const,
      values: [count('2026-11-28T10', 4), count('2026-11-28T13', 2)],
    },
    { facet: 'template' as const, values: [count('promo', 6)] },
    { facet: 'country' as const, values: [count('BR', 4), count('IN', 2)] },
  ],
};

test('has the picture that is chosen, of what has several values', async () => {
  const user = userEvent.setup();
  const onFilter = vi.fn();
  const { container } = render(
    <main>
      <PictureStrip breakdown={BREAKDOWN} filter={null} onFilter={onFilter} />
    </main>,
  );
  expect(
    screen.getByRole('table', { name: 'Failures by hour' }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Template' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Country' }));
  await user.click(screen.getByRole('button', { name: 'Brazil' }));
  expect(onFilter).toHaveBeenLastCalledWith({ facet: 'country', value: 'BR' });
  await expectNoAxeViolations(container);
});

test('has all hours between the first and the last, each with its numbers', () => {
  render(
    <PictureStrip breakdown={BREAKDOWN} filter={null} onFilter={vi.fn()} />,
  );
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
    'TimeSend again nowFailures',
    '28 Nov, 10:0044',
    '28 Nov, 11:0000',
    '28 Nov, 12:0000',
    '28 Nov, 13:0022',
  ]);
});

test.each([
  ['hours of a day', '2026-11-28T10', '2026-11-28T19', ['10:00', '12:00']],
  ['hours of days', '2026-11-27T06', '2026-11-28T19', ['27 Nov, 06:00']],
  ['days', '2026-11-01', '2026-11-28', ['1 Nov', '8 Nov']],
])('has labels for %s that do not touch', (_, first, last, labels) => {
  const values = [count(first, 4), count(last, 2)];
  const { container } = render(
    <PictureStrip
      breakdown={{ ...BREAKDOWN, facets: [{ facet: 'period', values }] }}
      filter={null}
      onFilter={vi.fn()}
    />,
  );
  const shown = [...container.querySelectorAll('.time-axis li')].map(
    ({ textContent }) => textContent,
  );
  expect(shown.slice(0, labels.length)).toEqual(labels);
  expect(shown.join('  ').length).toBeLessThanOrEqual(50);
});

test('arrow keys reach each column, of which Tab reaches one', async () => {
  const user = userEvent.setup();
  render(
    <PictureStrip
      breakdown={{ ...BREAKDOWN, facets: BREAKDOWN.facets.slice(0, 1) }}
      filter={null}
      onFilter={vi.fn()}
    />,
  );
  await user.tab();
  expect(screen.getByRole('button', { name: '28 Nov, 10:00' })).toHaveFocus();
  await user.keyboard('{ArrowRight}{End}{ArrowLeft}');
  expect(screen.getByRole('button', { name: '28 Nov, 12:00' })).toHaveFocus();
  await user.tab();
  expect(document.body).toHaveFocus();
});

test('says what is listed, and lists all again', async () => {
  const user = userEvent.setup();
  const onFilter = vi.fn();
  render(
    <PictureStrip
      breakdown={BREAKDOWN}
      filter={{ facet: 'country', value: 'BR' }}
      onFilter={onFilter}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Show all rows' }));
  expect(onFilter).toHaveBeenLastCalledWith(null);
});

test('shows nothing where no value differs', () => {
  const { container } = render(
    <PictureStrip
      breakdown={{ ...BREAKDOWN, facets: BREAKDOWN.facets.slice(1, 2) }}
      filter={null}
      onFilter={vi.fn()}
    />,
  );
  expect(container).toBeEmptyDOMElement();
});
