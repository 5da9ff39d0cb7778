import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Entry, VendorConsole } from '../../data/schema.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { addInverseRelations } from '../../lib/catalogue/relations.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogueData } from '../../tests/fixtures/catalogue.ts';
import { EntryView } from './EntryView.tsx';

/** Renders the fixture with one changed entry, as a card does. */
function showEntry(key: string, more: Partial<Entry>, props = {}) {
  const entries = addInverseRelations(
    testCatalogueData.entries.map((entry) =>
      entry.key === key ? { ...entry, ...more } : entry,
    ),
  );
  const mostCommon = [{ key: 'twilio/api/63016', texts: 1, threads: 1 }];
  const catalogue = createCatalogue({
    ...testCatalogueData,
    entries,
    mostCommon,
  });
  const entry = catalogue.byKey.get(key);
  if (!entry) throw new TypeError(`expected a key of the fixture, got ${key}`);
  const found = explain(
    { code: entry.code, provider: entry.provider },
    catalogue,
  );
  const explanation = { ...found, entry, ambiguous: false, undecided: null };
  return render(
    <EntryView explanation={explanation} catalogue={catalogue} {...props} />,
  );
}

const createSteps = (...words: string[]) =>
  words.map((word) => ({ do: word, who: 'operator' as const }));
const getListItems = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const isOpen = (text: string | RegExp) =>
  screen.getByText(text).closest('details')?.open;

test('names an owner of a step only where it changes', () => {
  showEntry('meta/cloud/131047', {
    steps: [
      ...createSteps('Look.', 'Think.'),
      { do: 'Answer.', who: 'customer' },
      ...createSteps('Send.'),
    ],
  });
  expect(getListItems('Steps')).toEqual([
    'Look. support agent',
    'Think.',
    'Answer. customer',
    'Send. support agent',
  ]);
});

test('opens causes, steps and the text for the customer in a card on request', async () => {
  const causes = ['One.', 'Two.'].map((text) => ({ text }));
  const customer = 'Please update WhatsApp.';
  showEntry(
    'meta/cloud/131026',
    { causes, customer, steps: createSteps('Look.') },
    { isBrief: true },
  );
  expect(screen.queryByText('One.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Why and how' }));
  expect(getListItems('Causes')).toEqual(['One.', 'Two.']);
  expect(getListItems('Steps')).toEqual(['Look. support agent']);
  await userEvent.click(
    screen.getByRole('button', { name: 'Tell the customer' }),
  );
  expect(screen.getByText(customer)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Why and how' }));
  expect(screen.queryByText('One.')).toBeNull();
  expect(screen.getByText(customer)).toBeVisible();
  await expectNoAxeViolations();
});

test('links each cause to the page that names it, except in a card', async () => {
  const url = 'https://acme.example/threads/7';
  const causes = [
    { text: 'One.', source: 'meta-errors' },
    { text: 'Two.', source: url, at: 'second answer' },
    { text: 'Three.' },
  ];

  const { unmount } = showEntry('meta/cloud/131026', { causes });
  const list = screen.getByRole('list', { name: 'Causes' });
  const [first, second, ...others] = within(list).getAllByRole('link');
  expect(first?.textContent).toBe('Meta');
  expect(first).toHaveAttribute('href', expect.stringContaining('https://'));
  expect(second?.textContent).toBe('acme.example');
  expect(second).toHaveAttribute('href', url);
  expect(second).toHaveAttribute('title', 'second answer');
  expect(others).toEqual([]);
  await expectNoAxeViolations();
  unmount();

  showEntry('meta/cloud/131026', { causes }, { isBrief: true });
  await userEvent.click(screen.getByRole('button', { name: 'Why and how' }));
  expect(getListItems('Causes')).toEqual(['One.', 'Two.', 'Three.']);
});

test('says in a card that a code is retired in the line of its provider, and links its successor on request', async () => {
  showEntry(
    'meta/onprem/470',
    { deprecated: 'Switched off.' },
    { isBrief: true, onChoose: vi.fn() },
  );
  expect(screen.getByText('Replaced by 131047')).toBeVisible();
  expect(screen.queryByText(/Switched off/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.getByText(/Switched off/)).toBeVisible();
  expect(screen.getByRole('button', { name: /131047/ })).toBeVisible();
});

test('a cause has its own verdict and remedy', async () => {
  showEntry('meta/cloud/131026', {
    causes: [
      { text: 'The person has blocked you.' },
      {
        text: 'Meta is down.',
        turn: 'meta',
        retry: 'later',
        do: 'Hold the queue.',
        who: 'developer',
      },
    ],
  });
  expect(screen.getByText(/Most likely first/)).toBeVisible();
  expect(getListItems('Causes')).toEqual([
    'The person has blocked you.',
    "Meta is down. (Meta's turn · Wait)Hold the queue. developer",
  ]);
  await expectNoAxeViolations();
});

test('shows where the code appears, what still works, and another channel than WhatsApp', () => {
  showEntry('meta/cloud/131026', {
    where: ['message-webhook', 'health-status'],
    unaffected: 'Messages.',
    channel: 'sms',
  });
  const sources = screen
    .getByText(/^Appears in: message webhook, health_status\./)
    .closest('details');
  expect(sources).toHaveTextContent('Not affected: Messages.');
  expect(screen.getByText('SMS')).toBeVisible();
});

describe('texts for others', () => {
  const customer = 'Answer the message that we have sent you.';

  test('the message to the customer is copied verbatim', async () => {
    const user = userEvent.setup();
    showEntry('meta/cloud/131047', { customer });
    expect(isOpen('What to tell the customer')).toBe(false);
    await user.click(screen.getByText('What to tell the customer'));
    await user.click(screen.getByRole('button', { name: 'Copy this text' }));
    expect(await navigator.clipboard.readText()).toBe(customer);
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    await expectNoAxeViolations();
  });

  test('a failed copy is reported', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
      new Error('denied'),
    );
    showEntry('meta/cloud/131047', { customer });
    await user.click(screen.getByText('What to tell the customer'));
    await user.click(screen.getByRole('button', { name: 'Copy this text' }));
    expect(
      await screen.findByRole('button', { name: 'Couldn’t copy' }),
    ).toBeVisible();
  });

  test('an entry without these texts has no empty parts', () => {
    showEntry('meta/cloud/131047', {});
    expect(screen.queryByText(/tell the customer/)).toBeNull();
  });
});

describe('cross references', () => {
  test("a provider's code names what is behind it, and that several share it", async () => {
    const related = ['meta/onprem/470', 'meta/onprem/1003'].map((key) => ({
      key,
      as: 'behind' as const,
    }));
    const onChoose = vi.fn();
    showEntry('twilio/api/30003', { related }, { onChoose });
    const behind = screen.getByRole('region', { name: 'Underlying codes' });
    expect(behind).toHaveTextContent(
      'two codes of the Meta on-premises API map to this one',
    );
    expect(behind).toHaveTextContent('Twilio doesn’t say which');
    await userEvent.click(within(behind).getByRole('button', { name: /470/ }));
    expect(onChoose).toHaveBeenCalledWith('meta/onprem/470', 'related');
    await expectNoAxeViolations();
  });

  test('one wrapped code loses no information', () => {
    showEntry('twilio/api/63016', {});
    expect(
      screen.getByRole('region', { name: 'Underlying codes' }),
    ).not.toHaveTextContent('map to');
  });

  test('a wrapped code says whether a source names it or Errata infers it', () => {
    const related = ['meta/cloud/131047', 'meta/onprem/470'].map((key) => ({
      key,
      as: 'behind' as const,
    }));
    const claims = [
      { source: 'meta-2026', says: 'Stands for 470.', agrees: true },
    ];
    const { unmount } = showEntry('twilio/api/30003', { related, claims });
    const getLinks = () =>
      within(screen.getByRole('region', { name: 'Underlying codes' }));
    expect(
      getLinks().getByText('inferred by Errata:').parentElement,
    ).toHaveTextContent('131047');
    expect(getLinks().queryAllByText(/inferred by Errata/)).toHaveLength(1);
    unmount();
    showEntry('twilio/api/30003', { related, claims: [] });
    expect(
      getLinks().getByText('Underlying codes, inferred by Errata'),
    ).toBeVisible();
  });

  test("Meta's code tells as what providers show it", async () => {
    showEntry('meta/cloud/131047', {});
    await userEvent.click(screen.getByText(/^Confirmed by/));
    expect(screen.getByText(/Shown by providers as/)).toBeVisible();
    expect(screen.getByText(/Outside messaging window/)).toBeVisible();
    await expectNoAxeViolations();
  });
});

test('lists the most common ones first', () => {
  const related = [{ key: 'exotel/api/30003', as: 'shown-as' as const }];
  showEntry('meta/cloud/131047', { related });
  const aliases = screen.getByText(/Shown by providers as/).nextElementSibling;
  expect(aliases?.textContent).toMatch(/63016.*30003/);
});

describe('a console with caveats', () => {
  const vendorConsole: VendorConsole = {
    name: 'Chatwoot cloud',
    provider: 'chatwoot',
    kind: 'inbox',
    hosts: ['https://app.chatwoot.com'],
    codesOf: ['meta/cloud'],
    access: 'builtin',
    lies: [
      {
        short: 'Retry may send nothing',
        says: 'Retry clears the error only.',
        url: 'https://example.com/14120',
        seen: '2026-11-20',
        state: 'open',
      },
    ],
  };

  test('is named with its caveats', async () => {
    showEntry('meta/cloud/131047', {}, { vendorConsole });
    const fold = screen.getByText(/Retry may send nothing/);
    expect(fold).toHaveTextContent('Chatwoot cloud');
    // The caveat must precede the steps, so that it is read before the console is used.
    const step = screen.getByText('Pick a template in WhatsApp Manager.');
    expect(fold.compareDocumentPosition(step)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await userEvent.click(fold);
    expect(screen.getByText(/Retry clears the error only/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Public thread' })).toHaveAttribute(
      'href',
      'https://example.com/14120',
    );
    await expectNoAxeViolations();
  });

  test('is not mentioned on other pages', () => {
    const { lies: _, ...honest } = vendorConsole;
    showEntry('meta/cloud/131047', {}, { vendorConsole: honest });
    expect(screen.queryByText(/Retry may send nothing/)).toBeNull();
  });
});

test('text next to a code decides its cause, and is not repeated', () => {
  const details = [
    { match: ['certificate error'], meaning: 'The certificate is faulty.' },
  ];
  const causes = [
    { text: 'Wrong credentials.' },
    { text: 'A certificate error.' },
  ];
  const changeMeaning = (meaning: string) =>
    createCatalogue({
      ...testCatalogueData,
      entries: testCatalogueData.entries.map((entry) =>
        entry.key === 'meta/cloud/131047'
          ? { ...entry, meaning, causes, details }
          : entry,
      ),
    });
  const show = (meaning: string, text: string) => {
    const catalogue = changeMeaning(meaning);
    const nearby = `{"code":131047,"details":"${text}"}`;
    return render(
      <EntryView
        explanation={explain({ code: '131047', nearby }, catalogue)}
        catalogue={catalogue}
      />,
    );
  };
  const open = show('Access was refused.', 'something else');
  expect(open.getByText(/doesn’t say which cause/)).toBeVisible();
  open.unmount();
  const decided = show('Access was refused.', 'Certificate error');
  expect(decided.queryByText(/doesn’t say which cause/)).toBeNull();
  expect(decided.getByText('The certificate is faulty.')).toBeVisible();
  decided.unmount();
  const same = show('The certificate is faulty.', 'Certificate error');
  expect(same.getByText('Certificate error')).toBeVisible();
  expect(same.getAllByText(/The certificate is faulty/)).toHaveLength(1);
});
