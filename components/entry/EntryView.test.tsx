import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../data/schema.ts';
import {
  createExplanation,
  type Explanation,
} from '../../lib/answer/explain/explanation.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import {
  testCatalogue,
  testCatalogueData,
} from '../../tests/fixtures/catalogue.ts';
import { EntryView } from './EntryView.tsx';

function createEntry(key: string, more: Partial<Entry> = {}): Entry {
  const found = testCatalogue.byKey.get(key);
  if (!found) throw new TypeError(`expected a key of the fixture, got ${key}`);
  return { ...found, ...more };
}

const createExplanationOf = (
  entry: Entry | null,
  more: Partial<Explanation> = {},
) => createExplanation(entry?.code ?? '131999', { entry, ...more });

const showEntry = (explanation: Explanation, props = {}) =>
  render(
    <EntryView
      explanation={explanation}
      catalogue={testCatalogue}
      {...props}
    />,
  );

describe('a known code', () => {
  test('shows the turn before the next step, and both before the meaning', async () => {
    const entry = createEntry('meta/cloud/131047');
    const { container } = showEntry(createExplanationOf(entry));
    const text = container.textContent ?? '';
    const places = [
      '131047',
      entry.title,
      'Your turn',
      entry.next,
      entry.meaning,
    ].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(container.querySelector('[data-code="131047"]')).toBeInTheDocument();
    await expectNoAxeViolations();
  });

  test('numbers the steps and names the owner of each', async () => {
    showEntry(createExplanationOf(createEntry('meta/cloud/131047')));
    const steps = within(
      screen.getByRole('list', { name: 'Steps' }),
    ).getAllByRole('listitem');
    expect(steps.map((step) => step.textContent)).toEqual([
      'Pick a template in WhatsApp Manager. support agent',
      'Once they answer, free text works for 24 hours. customer',
    ]);
    await expectNoAxeViolations();
  });

  test('shows turn, retry and wait in this order, and only the turn in bold', () => {
    showEntry(createExplanationOf(createEntry('meta/cloud/131056')));
    const turn = screen.getByText('Your turn', { selector: 'strong' });
    expect(turn.parentElement).toHaveTextContent(
      'Your turn · Send again slowly · wait 6 seconds',
    );
    expect(turn.parentElement?.querySelectorAll('strong')).toHaveLength(1);
  });

  test('ranks the causes if the provider does not say which it was', async () => {
    showEntry(createExplanationOf(createEntry('meta/cloud/131026')));
    expect(
      screen.getByText(/Meta doesn’t say which .* Most likely first/),
    ).toBeVisible();
    expect(screen.getByText('The number is not on WhatsApp.')).toBeVisible();
    await expectNoAxeViolations();
  });

  test('uses the next step of the detail next to the code', async () => {
    const entry = createEntry('meta/cloud/131026');
    const detail = {
      text: 'not capable of receiving',
      meaning: 'The app is too old.',
      next: 'Ask to update WhatsApp.',
    };
    const { container } = showEntry(createExplanationOf(entry, { detail }));
    expect(screen.getByText('Ask to update WhatsApp.')).toBeVisible();
    expect(screen.getByText('The app is too old.')).toBeVisible();
    expect(container).not.toHaveTextContent(entry.next);
    await expectNoAxeViolations();
  });

  test('names who confirms the meaning, and in the fold which list gets it wrong, with the reason', async () => {
    showEntry(createExplanationOf(createEntry('meta/cloud/131056')));
    const fold = screen.getByText('Confirmed by Meta');
    expect(fold.closest('summary')?.querySelector('.er-dissent')).toBeNull();
    await userEvent.click(fold);
    expect(screen.getByText('1 online source gets this wrong:')).toBeVisible();
    const parts = screen
      .getByText(/Meta’s own page and live payloads agree/)
      .closest('details')?.textContent;
    expect(parts).toMatch(
      /Why Errata uses this meaning: .*Agrees: .*Disagrees: /,
    );
    const dissent = screen.getByText('Unsupported Media Type').closest('li');
    expect(dissent).toHaveTextContent('Disagrees');
    expect(dissent).toHaveTextContent(
      'Unnamed: error codes, row 17, checked 20 Nov 2026',
    );
    expect(dissent).toHaveTextContent(
      'An unsupported file type is a cause of 131053.',
    );
    expect(
      screen.getByText(/Meta’s own page and live payloads agree/),
    ).toBeVisible();
    await expectNoAxeViolations();
  });

  test('opens another meaning of the code with one click', async () => {
    const onChoose = vi.fn();
    const others = [createEntry('meta/onprem/1003')];
    showEntry(
      createExplanationOf(createEntry('gupshup/api/1003'), { others }),
      {
        onChoose,
      },
    );
    await userEvent.click(screen.getByText(/^Same code elsewhere/));
    await userEvent.click(
      screen.getByRole('button', { name: /User is not valid/ }),
    );
    expect(onChoose).toHaveBeenCalledWith('meta/onprem/1003', 'meaning');
    await expectNoAxeViolations();
  });

  test('says that a code is retired, and links to its successor', async () => {
    const onChoose = vi.fn();
    const retired = createEntry('meta/onprem/470', {
      deprecated: 'The on-premises API closed in October 2025.',
    });
    showEntry(createExplanationOf(retired), { onChoose });
    expect(screen.getByText(/closed in October 2025/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /131047/ }));
    expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
    await expectNoAxeViolations();
  });

  test('shows markup of a title and of the page as text', async () => {
    const entry = createEntry('meta/cloud/131047', {
      title: '<img src=x onerror=alert(1)>',
    });
    const detail = {
      text: '<b>beside</b>',
      meaning: '<script>x</script>',
      next: null,
    };
    const { container } = showEntry(createExplanationOf(entry, { detail }));
    expect(container.querySelector('img, b, script')).toBeNull();
    expect(container).toHaveTextContent('<b>beside</b>');
    await expectNoAxeViolations();
  });
});

describe('ambiguous evidence', () => {
  test('asks for the provider, without a claim, and reports the answer', async () => {
    const onChoose = vi.fn();
    const entry = createEntry('gupshup/api/1003');
    const { container } = showEntry(
      createExplanationOf(entry, {
        others: [createEntry('meta/onprem/1003')],
        ambiguous: true,
        undecided: 'provider',
      }),
      { onChoose },
    );
    expect(screen.getByRole('heading')).toHaveTextContent('Two meanings');
    expect(container).not.toHaveTextContent(entry.next);
    await userEvent.click(screen.getByRole('button', { name: /Gupshup/ }));
    expect(onChoose).toHaveBeenCalledWith('gupshup/api/1003', 'answer');
    await expectNoAxeViolations();
  });
});

test('says where the number is, if the console’s provider is none of the answers', async () => {
  const explanation = createExplanationOf(createEntry('gupshup/api/1003'), {
    others: [createEntry('meta/onprem/1003')],
    ambiguous: true,
    undecided: 'provider',
  });
  const [vendorConsole] = testCatalogue.consoles.filter(
    ({ name }) => name === 'Twilio Console',
  );
  const { unmount } = showEntry(explanation, { vendorConsole });
  expect(screen.getByText('None of these is from Twilio.')).toBeVisible();
  await expectNoAxeViolations();
  unmount();
  showEntry(explanation);
  expect(screen.queryByText(/^None of these/)).toBeNull();
});

test('at first sight in a card, many answers are three and a button for the rest', async () => {
  const others = [
    'meta/onprem/1003',
    'twilio/api/63016',
    'meta/cloud/131047',
    'exotel/api/30003',
  ].map((key) => createEntry(key));
  const explanation = createExplanationOf(createEntry('gupshup/api/1003'), {
    others,
    ambiguous: true,
    undecided: 'provider',
  });
  showEntry(explanation, { isBrief: true, onChoose: vi.fn() });
  const getAnswers = () => screen.getAllByRole('listitem').length;
  expect(getAnswers()).toBe(3);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(getAnswers()).toBe(5);
});

test('asks about two lists of one provider by name, and about no other provider', async () => {
  const onChoose = vi.fn();
  const others = [
    createEntry('meta/cloud/131047'),
    createEntry('gupshup/api/1003'),
  ];
  showEntry(
    createExplanationOf(createEntry('meta/onprem/1003'), {
      others,
      ambiguous: true,
      undecided: 'registry',
    }),
    {
      onChoose,
    },
  );
  expect(screen.getByRole('heading')).toHaveTextContent('Two meanings');
  expect(screen.getByText('Which of these lists is it from?')).toBeVisible();
  expect(screen.queryByText(/Gupshup/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /Meta Cloud API/ }));
  expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'answer');
  await expectNoAxeViolations();
});

test('offers a provider with several meanings as one answer, then asks for the meaning', async () => {
  const onChoose = vi.fn();
  const own = ['timeout', 'locked'].map((variant) =>
    createEntry(`360dialog/registration/1005~${variant}`),
  );
  const all = createExplanationOf(createEntry('meta/onprem/1005'), {
    others: own,
    ambiguous: true,
    undecided: 'provider',
  });
  const { rerender } = showEntry(all, { onChoose });
  expect(screen.getByRole('heading')).toHaveTextContent('Two meanings');
  expect(screen.getAllByRole('button', { name: /360dialog/ })).toHaveLength(1);
  const [first = null, second] = own;
  const left = createExplanationOf(first, {
    others: second ? [second] : [],
    ambiguous: true,
    undecided: 'variant',
  });
  rerender(
    <EntryView
      explanation={left}
      catalogue={testCatalogue}
      onChoose={onChoose}
    />,
  );
  expect(
    screen.getByText('Which of these matches what you see?'),
  ).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: /The registration is locked/ }),
  );
  expect(onChoose).toHaveBeenCalledWith(
    '360dialog/registration/1005~locked',
    'answer',
  );
  await expectNoAxeViolations();
});

describe('a code outside the catalogue', () => {
  test('says so, describes its range, and has no verdict', async () => {
    const { container } = showEntry(
      createExplanationOf(null, {
        family: 'Numbers from 131000 are message errors of the Cloud API.',
      }),
    );
    expect(screen.getByRole('heading')).toHaveTextContent('Unknown code');
    expect(screen.getByText(/message errors of the Cloud API/)).toBeVisible();
    expect(container.textContent).not.toMatch(/turn/);
    await expectNoAxeViolations();
  });
});

describe('copying', () => {
  const getStatusTexts = () =>
    screen
      .getAllByRole('status')
      .flatMap(({ textContent }) => textContent || []);

  test.each([
    ['Copy as a paragraph', /^131047/],
    ['Copy as Markdown', /\*\*/],
  ])('%s copies the explanation and announces it', async (name, expected) => {
    const user = userEvent.setup();
    showEntry(createExplanationOf(createEntry('meta/cloud/131047')));
    await user.click(screen.getByTitle(name));
    expect(await navigator.clipboard.readText()).toMatch(expected);
    expect(getStatusTexts()).toEqual(['Copied']);
    expect(screen.getByTitle(name).nextElementSibling).toHaveTextContent(
      'Copied',
    );
    await expectNoAxeViolations();
  });

  test('reports a failed copy', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
      new Error('denied'),
    );
    showEntry(createExplanationOf(createEntry('meta/cloud/131047')));
    await user.click(screen.getByTitle('Copy as Markdown'));
    expect(screen.getByTitle('Copy as Markdown')).toHaveTextContent(
      'Couldn’t copy',
    );
    expect(screen.getByTitle('Copy as a paragraph').textContent).toMatch(
      /^Copy$/,
    );
    expect(getStatusTexts()).toEqual(['Couldn’t copy']);
    expect(
      screen.getByTitle('Copy as Markdown').nextElementSibling,
    ).toHaveTextContent('Couldn’t copy');
    await expectNoAxeViolations();
  });
});

test('each claim shows when its source was last read', async () => {
  const claim = { source: 'meta-errors', agrees: true } as const;
  const claims = [
    claim,
    { ...claim, row: 3 },
    { source: 'unnamed-table', agrees: true },
  ];
  const sources = testCatalogueData.sources.map((source) =>
    source.id === 'unnamed-table'
      ? { ...source, name: 'Error codes (May 2023)' }
      : source,
  );
  const dated = createCatalogue({ ...testCatalogueData, sources });
  render(
    <EntryView
      explanation={createExplanationOf(
        createEntry('meta/cloud/131056', { claims }),
      )}
      catalogue={dated}
    />,
  );
  await userEvent.click(screen.getByText('Confirmed by Meta'));
  const lines = screen
    .getAllByRole('listitem')
    .filter(({ textContent }) => /^Agrees/.test(textContent));
  expect(lines).toHaveLength(3);
  for (const line of lines)
    expect(line?.textContent).toMatch(/, checked \d+ \w+ 20\d\d$/);
  expect(screen.getByText(/May 2023/)).toBeVisible();
  await expectNoAxeViolations();
});

test.each<[Entry['confidence'], string]>([
  ['confirmed', 'Confirmed by Meta and 1 other'],
  ['single-source', 'According to Meta and 1 other'],
  ['seen-in-use', 'Seen in public code, author not named'],
])(
  'names who explains a code that is %s, without those that nobody can open',
  async (confidence, summary) => {
    const claims = [
      { source: 'unnamed-table', agrees: true },
      { source: 'vendor-docs', agrees: true },
      { source: 'meta-errors', agrees: true },
    ];

    showEntry(
      createExplanationOf(
        createEntry('meta/cloud/131056', { claims, confidence }),
      ),
    );

    expect(screen.getByText(summary)).toBeVisible();
    await expectNoAxeViolations();
  },
);

test('links a claim to its own place, and says since when a page is gone', async () => {
  const url = 'https://github.com/acme/client/blob/0a1b2c3/errors.ts';

  const catalogue = createCatalogue({
    ...testCatalogueData,
    deadLinks: { [url]: '2026-11-30' },
  });

  render(
    <EntryView
      explanation={createExplanationOf(
        createEntry('meta/cloud/131056', {
          claims: [{ source: 'meta-errors', url, agrees: true }],
        }),
      )}
      catalogue={catalogue}
    />,
  );

  await userEvent.click(screen.getByText('Confirmed by Meta'));

  const link = screen.getByRole('link', { name: /^Meta/ });
  expect(link).toHaveAttribute('href', url);
  expect(link.closest('li')).toHaveTextContent('page gone since 30 Nov 2026');
});

test('says in bold that pages of the provider itself differ, and counts its sources as one', async () => {
  const claims = [
    { source: 'meta-errors', agrees: true },
    { source: 'meta-errors', agrees: false, says: 'Another meaning.' },
    { source: 'vendor-docs', agrees: true },
    { source: 'unnamed-table', agrees: true },
  ];
  showEntry(createExplanationOf(createEntry('meta/cloud/131056', { claims })));
  const own = screen.getByText('Meta’s own pages disagree');
  expect(own).toHaveClass('er-dissent');
  expect(own.closest('summary')?.textContent).toMatch(
    /^Confirmed by Meta and 1 other, Meta’s own pages disagree$/,
  );
  await expectNoAxeViolations();
});

test('a source without a record is shown by its id', async () => {
  const bare = createCatalogue({ ...testCatalogueData, sources: [] });
  render(
    <EntryView
      explanation={createExplanationOf(createEntry('meta/cloud/131056'))}
      catalogue={bare}
    />,
  );
  await userEvent.click(screen.getByText(/^Confirmed by/));
  expect(screen.getByText(/unnamed-table/)).toBeVisible();
  await expectNoAxeViolations();
});

test('a source that differs only in the HTTP status agrees, with its status and the reason', async () => {
  const reason = 'Right in meaning; Meta gives HTTP 400, not 403.';
  const claims = [
    { source: 'meta-errors', agrees: true, http: 400 },
    { source: 'unnamed-table', agrees: true, http: 403, reason },
  ];
  showEntry(
    createExplanationOf(
      createEntry('meta/cloud/131056', { http: 400, claims }),
    ),
  );
  await userEvent.click(screen.getByText(/^Confirmed by/));
  const line = screen.getByText(reason).closest('li');
  expect(line?.textContent).toMatch(/^Agrees: .*HTTP 403\./);
  await expectNoAxeViolations();
});
