import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import type { TimeWindow } from '../../data/schema.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { explain } from '../../lib/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { TimeBoundLine } from './TimeBoundLine.tsx';
import { WindowHelp } from './WindowHelp.tsx';

const WINDOW: TimeWindow = {
  lasts: '24 h',
  from: 'customer-message',
  as: 'open-until',
  confidence: 'stated',
};
const HOUR_MS = 36e5;
const catalogue = createCatalogue(readCatalogue());

/** Formats a time as the value of a `datetime-local` field: local time without a zone. */
function formatFieldValue(ms: number): string {
  const own = new Date(ms - new Date(ms).getTimezoneOffset() * 6e4);
  return own.toISOString().slice(0, 16);
}

async function enterTime(ms: number) {
  const { container } = render(<WindowHelp window={WINDOW} />);
  await userEvent.click(screen.getByText('Is the 24-hour window open?'));
  fireEvent.input(screen.getByLabelText(/customer last write/), { target: { value: formatFieldValue(ms) } });
  await expectNoAxeViolations(container);
  return screen.getByRole('status');
}

describe('the 24-hour window', () => {
  test('shows until when the window is open', async () => {
    expect(await enterTime(Date.now() - HOUR_MS)).toHaveTextContent(
      /^You can send free-form messages until (tomorrow|today) at \d\d:\d\d \(.+\)\. The customer wrote (today|yesterday) at/,
    );
  });

  test('shows since when it is closed', async () => {
    expect(await enterTime(Date.now() - 25 * HOUR_MS)).toHaveTextContent(
      /^Closed since (today|yesterday) at .+: you can only send templates\. The customer wrote (yesterday|on) .+\.$/,
    );
  });

  test('ignores a time in the future', async () => {
    expect(await enterTime(Date.now() + 2 * HOUR_MS)).toHaveTextContent('That time is in the future.');
  });

  test('scrolls its answer into view', async () => {
    const { container } = render(
      <div className="er-scroll">
        <WindowHelp window={WINDOW} />
      </div>,
    );
    const view = container.firstElementChild as HTMLElement;
    const createRect = (top: number, bottom: number) => () => ({ top, bottom }) as DOMRect;
    view.getBoundingClientRect = createRect(0, 300);
    screen.getByRole('status', { hidden: true }).getBoundingClientRect = createRect(290, 340);
    expect(view.scrollTop).toBe(0);
    fireEvent.input(screen.getByLabelText(/customer last write/), {
      target: { value: formatFieldValue(Date.now() - HOUR_MS) },
    });
    expect(view.scrollTop).toBe(40);
  });

  test('starts with the time next to the code', async () => {
    const fromMs = Math.floor(Date.now() / 6e4) * 6e4 - HOUR_MS;
    const when = { as: 'open-until', fromMs, atMs: fromMs + 24 * HOUR_MS, confidence: 'stated' } as const;
    render(<WindowHelp window={WINDOW} when={when} />);
    expect(screen.getByLabelText(/customer last write/)).toHaveValue(formatFieldValue(fromMs));
    expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(
      /^You can send free-form messages/,
    );
  });

  test('is shown only for customer windows', () => {
    render(<WindowHelp window={{ ...WINDOW, from: 'failure', as: 'over-by' }} />);
    render(<WindowHelp window={undefined} />);
    expect(screen.queryByText(/24-hour window/)).not.toBeInTheDocument();
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
  render(<WindowHelp window={catalogue.byKey.get('meta/cloud/131047')?.window} when={when} />);
  expect(screen.getByLabelText(/customer last write/)).toHaveValue('2026-11-25T02:10');
});
