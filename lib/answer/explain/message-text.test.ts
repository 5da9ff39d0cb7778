import { expect, test } from 'vitest';
import { isMessageText } from './message-text.ts';

const isCustomers = (text: string, label?: string) => {
  const start = text.indexOf('131026');
  return isMessageText(text, { start, end: start + 6 }, label);
};

test.each([
  'Customer: my code is 131026, can you check order 131047?',
  '[10:32] Customer: I got the code 131026 by SMS',
  '10:32 - Cliente: o meu pedido é o 131026',
  'Visitor (web): where is my order 131026',
  'Kunde: die Nummer meiner Bestellung ist 131026',
  'Agent: hello\nCustomer: hello, my order is 131026',
  'ग्राहक: मेरा ऑर्डर नंबर 131026 है',
])('what a customer says in a conversation is no failure: %s', (text) => {
  expect(isCustomers(text)).toBe(true);
});

test.each([
  'Customer: Maria Silva · Failed: 131026',
  'Customer: +55 11 98765 4321, error 131026',
  'Customer: error 131026',
  'Customer: Maria Silva Santos | error 131026',
  'Agent: the message failed with error 131026',
  'customer_id: 17, the send failed with 131026',
  'Message to customer failed with error code 131026',
  'Client: WhatsApp API request failed with error code 131026',
  '2026-11-29 10:00 client: failed to send the message, 131026',
  'Lead: a mensagem falhou com 131026',
  'Customer: hello\nSending to Maria failed with 131026',
])('a field about a customer is none: %s', (text) => {
  expect(isCustomers(text)).toBe(false);
});

test('a label of the page can name the customer', () => {
  expect(isCustomers('my code is 131026', 'Customer')).toBe(true);
  expect(isCustomers('131026', 'Customer')).toBe(false);
  expect(isCustomers('my code is 131026', 'Agent')).toBe(false);
});
