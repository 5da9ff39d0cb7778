import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { TablePictures } from './TablePictures.tsx';

const count = (value: string, failed: number) => ({
  value,
  messages: failed,
  failed,
  byPlan: [failed, 0, 0, 0, 0, 0],
});

test('hours are in one picture, even if most rows have no time', () => {
  const facets = [
    {
      facet: 'period' as const,
      values: [
        count('', 9),
        count('2026-11-28T10', 4),
        count('2026-11-29T13', 2),
      ],
    },
    {
      facet: 'hour' as const,
      values: [count('', 9), count('10', 4), count('13', 2)],
    },
  ];

  render(
    <TablePictures
      breakdown={{ messages: 15, failed: 15, facets }}
      summary={null}
      filter={null}
      onFilter={null}
      readOther={vi.fn()}
    />,
  );

  expect(
    screen.getAllByRole('figure').map(({ dataset }) => dataset.facet),
  ).toEqual(['period']);
});
