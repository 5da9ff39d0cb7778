import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import type { TimeBound } from '../../lib/answer/explain/explanation.ts';
import { withPlan } from '../../lib/answer/plan/apply-plan.ts';
import { planFailures } from '../../lib/answer/plan/plan-failures.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { EntryView } from './EntryView.tsx';
import { TimeBoundLine } from './WindowHelp.tsx';

const HOUR_MS = 36e5;
const catalogue = createCatalogue(readCatalogue());

const showWindow = (
  when: Partial<TimeBound> | null = null,
  code = '131047',
  failedAtMs?: number,
) =>
  render(
    <EntryView
      explanation={{
        ...explain({ code, moment: () => failedAtMs ?? null }, catalogue),
        when: when && {
          as: 'open-until',
          confidence: 'stated',
          atMs: 0,
          fromMs: null,
          ...when,
        },
      }}
      catalogue={catalogue}
    />,
  );
const getVerdict = () =>
  document.querySelector('.er-verdict')?.textContent ?? '';
const getCauses = () =>
  within(screen.getByRole('list', { name: 'Causes' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the 24-hour window', () => {
  test('says in the verdict until when it is open, if the page says when the customer wrote', async () => {
    showWindow({
      fromMs: Date.now() - HOUR_MS,
      atMs: Date.now() + 23 * HOUR_MS,
    });
    expect(getVerdict()).toMatch(
      /^Window open until (today|tomorrow) at \d\d:\d\d .*Free-form messages are allowed/,
    );
    expect(getVerdict()).not.toMatch(/template|turn/);
    expect(
      screen.queryByText(/in the last 24 hours, so only a template/),
    ).toBeNull();
    expect(getCauses()[0]).toMatch(
      /^The customer wrote to another of your numbers/,
    );
    expect(getCauses().at(-1)).toContain('(ruled out)');
    expect(
      screen.queryByRole('group', { name: /customer last write/ }),
    ).toBeNull();
    await expectNoAxeViolations();
  });

  test('rules out a closed window only for a failure after the customer’s message', () => {
    const message = {
      fromMs: Date.now() - HOUR_MS,
      atMs: Date.now() + 23 * HOUR_MS,
    };
    const { unmount } = showWindow(message, '131047', Date.now() - HOUR_MS / 2);
    expect(getCauses().at(-1)).toContain('(ruled out)');
    unmount();
    showWindow(message, '131047', Date.now() - 50 * HOUR_MS);
    expect(getVerdict()).toMatch(/^Window open until/);
    expect(
      screen.getByText('The window was closed when the message failed.'),
    ).toBeVisible();
    expect(getCauses().join()).not.toContain('ruled out');
  });

  test('is answered with one press, and the verdict changes with each answer', async () => {
    showWindow();
    expect(getVerdict()).toMatch(/Send an approved template/);
    const press = (name: string) =>
      userEvent.click(screen.getByRole('button', { name }));
    await press('3 h ago');
    expect(getVerdict()).toMatch(/^Window open until/);
    expect(screen.getByRole('button', { name: '3 h ago' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await press('less than 24 h ago');
    expect(getVerdict()).toMatch(/^Window openFree-form messages are allowed/);
    await press('never');
    expect(getVerdict()).toMatch(/Send an approved template/);
    expect(
      screen.getByText(/^The window is closed: you can only send templates/),
    ).toBeVisible();
    expect(getCauses()[0]).toMatch(
      /^The customer wrote more than 24 hours ago/,
    );
    await expectNoAxeViolations();
  });

  test.each([
    [
      'less than 24 h ago',
      /Window open: Free-form messages are allowed: send the message again\./,
      /template|Steps/,
    ],
    [
      'never',
      /after-fix|template instead of free text\. The window is closed: you can only send/,
      /Window open/,
    ],
  ])(
    'is copied as the card says it after the answer “%s”',
    async (answer, copied, never) => {
      const user = userEvent.setup();
      showWindow();
      await user.click(screen.getByRole('button', { name: answer }));
      await user.click(screen.getByTitle('Copy as a paragraph'));
      const text = await navigator.clipboard.readText();
      expect(text).toMatch(copied);
      expect(text).not.toMatch(never);
      await user.click(screen.getByTitle('Copy as Markdown'));
      const markdown = await navigator.clipboard.readText();
      expect(markdown.replaceAll(/[*\n]+/g, ' ')).toMatch(
        answer === 'never' ? /is closed/ : /Window open: .*ruled out/,
      );
    },
  );

  test('that has closed since the customer wrote leaves the verdict as it is', () => {
    showWindow({
      fromMs: Date.now() - 25 * HOUR_MS,
      atMs: Date.now() - HOUR_MS,
    });
    expect(getVerdict()).toMatch(/Send an approved template/);
    expect(screen.getByText(/^Closed since (today|yesterday)/)).toBeVisible();
  });

  test('offers a time without a time zone as an answer', async () => {
    const fromMs = Date.now() - HOUR_MS;
    showWindow({ fromMs, atMs: fromMs + 24 * HOUR_MS, isOwn: true });
    expect(getVerdict()).toMatch(/Send an approved template/);
    await userEvent.click(
      screen.getByRole('button', { name: /^(today|yesterday) at/ }),
    );
    expect(getVerdict()).toMatch(/^Window open until/);
  });

  test('is asked about only for customer windows', () => {
    showWindow(null, '131049');
    expect(screen.queryByText(/customer last write/)).toBeNull();
  });
});

describe('a wait', () => {
  const showWait = (
    code: string,
    hoursAgo: number,
    recipient: string | null = '+5511987654321',
  ) => {
    const failedAtMs = Date.now() - hoursAgo * HOUR_MS;
    const found = explain(
      { code, moment: () => failedAtMs, recipient: () => recipient },
      catalogue,
    );
    const failure = {
      entry: found.entry,
      failedAtMs,
      ...(recipient && { recipient }),
    };
    const [planned] = planFailures([failure], catalogue, Date.now());
    render(<EntryView explanation={found} catalogue={catalogue} />);
    return { planned, row: withPlan(found.entry, planned, catalogue) };
  };

  test.each(['131049', '131057', '7032', '63053'])(
    'of %s that is over gives way to the plan of its row, in the verdict and in its copy',
    async (code) => {
      const user = userEvent.setup();
      const { planned, row } = showWait(code, 80);
      expect(planned).toMatchObject({ plan: 'now', reason: 'waited' });
      expect(getVerdict()).toMatch(
        /^Nobody's turn · Send again now Pause over since \S+ \d+ \S+ at \d\d:\d\d/,
      );
      expect(getVerdict()).toContain(row?.next);
      expect(getVerdict()).not.toMatch(/Wait|later/);
      expect(screen.getAllByText(/^\s*Pause over since/)).toHaveLength(1);
      await user.click(screen.getByTitle('Copy as a paragraph'));
      const copied = await navigator.clipboard.readText();
      expect(copied).toMatch(
        /Send again now \(pause over since [^.]+: Send again now\./,
      );
      expect(copied).not.toMatch(/Wait 24 hours|retry later/);
      await expectNoAxeViolations();
    },
  );

  test('that is over leaves a code that somebody has to check with them', () => {
    const { row } = showWait('133015', 50);
    expect(getVerdict()).toMatch(/^Check by hand Pause over since/);
    expect(getVerdict()).toContain(row?.next);
  });

  test.each([
    ['131049', 2, /^Wait · Send at: (today|tomorrow) at \d\d:\d\d/],
    ['131057', 0, /^Wait · Send at: (today|tomorrow) at \d\d:\d\d/],
  ])(
    'of %s that is not over says when the message may go',
    (code, hours, verdict) => {
      const { planned } = showWait(code, hours);
      expect(planned?.plan).toBe('wait');
      expect(getVerdict()).toMatch(verdict);
    },
  );

  test.each(['131049', '63049', '7032'])(
    'of %s never says to send again to a recipient whose country is unknown',
    (code) => {
      showWait(code, 80, null);
      expect(getVerdict()).toMatch(/^Check by hand Country of the recipient/);
      expect(getVerdict()).not.toContain('Send again now');
    },
  );

  test('ends while its card is open', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') });
    try {
      showWait('131049', 23.5);
      expect(getVerdict()).toMatch(/^Wait · Send at: today at/);
      act(() => void vi.advanceTimersByTime(HOUR_MS));
      expect(getVerdict()).toMatch(
        /Send again now Pause over since today at .*Send again now/,
      );
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the expiry line', () => {
  beforeEach(
    () => void vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') }),
  );
  afterEach(() => void vi.useRealTimers());

  test('changes while it is visible', () => {
    const nowMs = Date.now();
    render(
      <TimeBoundLine
        when={{
          as: 'ends',
          atMs: nowMs + HOUR_MS,
          fromMs: nowMs,
          confidence: 'stated',
        }}
      />,
    );
    expect(screen.getByText(/^In effect until today/)).toHaveAttribute(
      'datetime',
      '2026-11-20T11:00:00.000Z',
    );
    act(() => void vi.advanceTimersByTime(HOUR_MS + 1000));
    expect(screen.getByText(/^Ended today/)).toBeInTheDocument();
  });

  test('is not shown for an impossible time', () => {
    const { container } = render(
      <TimeBoundLine
        when={{
          as: 'ends',
          atMs: Date.now() + 48 * HOUR_MS,
          fromMs: Date.now() + 24 * HOUR_MS,
          confidence: 'stated',
        }}
      />,
    );
    expect(container).toBeEmptyDOMElement();
  });
});

test('uses a time without a time zone only as input, in the user’s own', () => {
  const labelled = {
    text: 'Code: 131047\nLast message from customer: 25 Nov 2026, 02:10',
    isRow: true,
  };
  const { when } = explain(
    { code: '131047', nearby: 'Error 131047', labelled },
    catalogue,
  );
  expect(when?.isOwn).toBe(true);
  const { container } = render(<TimeBoundLine when={when} />);
  expect(container).toBeEmptyDOMElement();
});
