import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { explain } from '../../lib/explain/explain.ts';
import type { TimeBound } from '../../lib/explain/explanation.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { EntryView } from './EntryView.tsx';
import { TimeBoundLine } from './WindowHelp.tsx';

const HOUR_MS = 36e5;
const catalogue = createCatalogue(readCatalogue());

const showWindow = (when: Partial<TimeBound> | null = null, code = '131047', failedAtMs?: number) =>
  render(
    <EntryView
      explanation={{
        ...explain({ code, moment: () => failedAtMs ?? null }, catalogue),
        when: when && { as: 'open-until', confidence: 'stated', atMs: 0, fromMs: null, ...when },
      }}
      catalogue={catalogue}
    />,
  );
const getVerdict = () => document.querySelector('.er-verdict')?.textContent ?? '';
const getCauses = () =>
  within(screen.getByRole('list', { name: 'Causes' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the 24-hour window', () => {
  test('says in the verdict until when it is open, if the page says when the customer wrote', async () => {
    showWindow({ fromMs: Date.now() - HOUR_MS, atMs: Date.now() + 23 * HOUR_MS });
    expect(getVerdict()).toMatch(
      /^Window open until (today|tomorrow) at \d\d:\d\d .*Free-form messages are allowed/,
    );
    expect(getVerdict()).not.toMatch(/template|turn/);
    expect(screen.queryByText(/in the last 24 hours, so only a template/)).toBeNull();
    expect(getCauses()[0]).toMatch(/^The customer wrote to another of your numbers/);
    expect(getCauses().at(-1)).toContain('(ruled out)');
    expect(screen.queryByRole('group', { name: /customer last write/ })).toBeNull();
    await expectNoAxeViolations();
  });

  test('rules out a closed window only for a failure after the customer’s message', () => {
    const message = { fromMs: Date.now() - HOUR_MS, atMs: Date.now() + 23 * HOUR_MS };
    const { unmount } = showWindow(message, '131047', Date.now() - HOUR_MS / 2);
    expect(getCauses().at(-1)).toContain('(ruled out)');
    unmount();
    showWindow(message, '131047', Date.now() - 50 * HOUR_MS);
    expect(getVerdict()).toMatch(/^Window open until/);
    expect(screen.getByText('The window was closed when the message failed.')).toBeVisible();
    expect(getCauses().join()).not.toContain('ruled out');
  });

  test('is answered with one press, and the verdict changes with each answer', async () => {
    showWindow();
    expect(getVerdict()).toMatch(/Send an approved template/);
    const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
    await press('3 h ago');
    expect(getVerdict()).toMatch(/^Window open until/);
    expect(screen.getByRole('button', { name: '3 h ago' })).toHaveAttribute('aria-pressed', 'true');
    await press('less than 24 h ago');
    expect(getVerdict()).toMatch(/^Window openFree-form messages are allowed/);
    await press('never');
    expect(getVerdict()).toMatch(/Send an approved template/);
    expect(screen.getByText(/^The window is closed: you can only send templates/)).toBeVisible();
    expect(getCauses()[0]).toMatch(/^The customer wrote more than 24 hours ago/);
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
  ])('is copied as the card says it after the answer “%s”', async (answer, copied, never) => {
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
  });

  test('that has closed since the customer wrote leaves the verdict as it is', () => {
    showWindow({ fromMs: Date.now() - 25 * HOUR_MS, atMs: Date.now() - HOUR_MS });
    expect(getVerdict()).toMatch(/Send an approved template/);
    expect(screen.getByText(/^Closed since (today|yesterday)/)).toBeVisible();
  });

  test('offers a time without a time zone as an answer', async () => {
    const fromMs = Date.now() - HOUR_MS;
    showWindow({ fromMs, atMs: fromMs + 24 * HOUR_MS, isOwn: true });
    expect(getVerdict()).toMatch(/Send an approved template/);
    await userEvent.click(screen.getByRole('button', { name: /^(today|yesterday) at/ }));
    expect(getVerdict()).toMatch(/^Window open until/);
  });

  test('is asked about only for customer windows', () => {
    showWindow(null, '131049');
    expect(screen.queryByText(/customer last write/)).toBeNull();
  });
});

describe('the expiry line', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  test('changes while it is visible', () => {
    const nowMs = Date.now();
    render(
      <TimeBoundLine when={{ as: 'over-by', atMs: nowMs + HOUR_MS, fromMs: nowMs, confidence: 'stated' }} />,
    );
    expect(screen.getByText(/^Ends no later than today/)).toHaveAttribute(
      'datetime',
      '2026-11-20T11:00:00.000Z',
    );
    act(() => void vi.advanceTimersByTime(HOUR_MS + 1000));
    expect(screen.getByText(/^Ended no later than today/)).toBeInTheDocument();
  });

  test('is not shown for an impossible time', () => {
    const { container } = render(
      <TimeBoundLine
        when={{
          as: 'retry-from',
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
  const labelled = 'Code: 131047\nLast message from customer: 25 Nov 2026, 02:10';
  const { when } = explain({ code: '131047', nearby: 'Error 131047', labelled }, catalogue);
  expect(when?.isOwn).toBe(true);
  const { container } = render(<TimeBoundLine when={when} />);
  expect(container).toBeEmptyDOMElement();
});
