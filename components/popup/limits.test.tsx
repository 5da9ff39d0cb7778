import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { getShownCodes, renderPopup } from '../../tests/fixtures/popup.tsx';
import { createSections } from '../catalogue/EntryList.tsx';
import { readFilters } from '../shared/FilterBar.tsx';

describe('filters in the field', () => {
  test('restrict the results', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '1003 provider:gupshup');
    expect(getShownCodes()).toEqual(['1003']);
    expect(screen.getByRole('option')).toHaveAttribute(
      'data-key',
      'gupshup/api/1003',
    );
  });

  test('alone list the matching entries', async () => {
    const { user, field } = renderPopup();
    await user.type(field, 'owner:recipient');
    const fitting = testCatalogue.entries.filter(
      ({ verdict }) => verdict.turn === 'recipient',
    );
    expect(fitting.length).toBeGreaterThan(0);
    expect([...getShownCodes()].sort()).toEqual(
      fitting.map(({ code }) => code).sort(),
    );
  });

  test('show the number of matches, and link to all of them', async () => {
    const { user, field } = renderPopup();
    await user.type(field, 'owner:you');
    const total = testCatalogue.entries.filter(
      ({ verdict }) => verdict.turn === 'you',
    ).length;
    expect(total).toBeGreaterThan(8);
    expect(getShownCodes()).toHaveLength(8);
    expect(screen.getByRole('status')).toHaveTextContent(
      `8 of ${total} results`,
    );
    expect(screen.getByText(`8 of ${total}`)).toBeInTheDocument();
    const link = screen.getByRole('link', {
      name: `All ${total} in the catalogue`,
    });
    const { search } = new URL(link.getAttribute('href') ?? '', location.href);
    const sections = createSections(
      { catalogue: testCatalogue },
      readFilters(search, []),
    );
    expect(sections.flatMap(({ entries }) => entries)).toHaveLength(total);
    await expectNoAxeViolations();
  });

  test('that are unknown are reported, and the text stays', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '1003 retry:sometimes');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(
      screen.getByText(
        /Unknown value “sometimes” for “retry:”\. Known values: no, after-fix/,
      ),
    ).toBeInTheDocument();
    expect(field).toHaveValue('1003 retry:sometimes');
  });

  test('that exclude a known code say so', async () => {
    const { user, field } = renderPopup();
    await user.type(field, '132015 provider:twilio');
    expect(
      screen.getByText(
        '132015 is in the catalogue, but doesn’t match these filters.',
      ),
    ).toBeInTheDocument();
  });
});
