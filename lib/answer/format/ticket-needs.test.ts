import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import type { Entry } from '../../../data/schema.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { type MessageContext, NO_CONTEXT } from '../explain/message-context.ts';
import { findMissingNeeds } from './ticket-needs.ts';

const catalogue = createCatalogue(readCatalogue());

const TOLD: MessageContext = {
  message: 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0YzQ0E5NTkA',
  recipient: '5511987654321',
  template: 'order_update',
  time: { text: '2026-11-20T10:00:00Z', at: Date.UTC(2026, 10, 20, 10) },
  trace: 'AbC123xyz',
};

describe('what a ticket asks for', () => {
  const ask = (need: string, messages = [TOLD]) => {
    const entry: Entry = {
      ...(catalogue.byKey.get('twilio/api/63016') as Entry),
      ticket: [need],
    };
    return findMissingNeeds(entry, messages, catalogue);
  };

  test.each([
    ['The time, with time zone, and how many messages failed'],
    ['Times of the first and the last error'],
    ['The times of the first and last error, with time zone'],
  ])('is not “%s” where times and messages are listed', (need) => {
    expect(ask(need)).toEqual([]);
    expect(ask(need, [NO_CONTEXT])).toContain('Time');
  });

  test.each([
    ['The time of the call and the endpoint', 'The endpoint'],
    [
      'The balance in the portal and the time of the failure',
      'The balance in the portal',
    ],
  ])('is of “%s” what the messages do not say', (need, left) => {
    expect(ask(need)).toEqual([left]);
    expect(ask(need, [NO_CONTEXT])).toContain(need);
  });

  test('is the time of another message than the one that failed', () => {
    const need = "The time and the message ID of the customer's last message";
    expect(ask(need)).toEqual([need]);
  });

  test('is never only the time of the failure, of no entry', () => {
    const asked = catalogue.entries.flatMap((entry) =>
      findMissingNeeds(entry, [TOLD], catalogue),
    );
    expect(asked.filter((need) => /^the times?,? with\b/i.test(need))).toEqual(
      [],
    );
  });
});
