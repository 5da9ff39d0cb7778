import { expect, test } from 'vitest';
import { toInputText } from './input-text.ts';

const payload = {
  error: { code: 131047, message: '(#131047) Re-engagement message' },
};
const request: Record<string, unknown> = { data: '{"text":{"body":"131026"}}' };
request.request = request;
/** The error of an HTTP client, which refers to itself. */
const httpError = Object.assign(
  new Error('Request failed with status code 400'),
  {
    code: 'ERR_BAD_REQUEST',
    config: request,
    request,
    response: { status: 400, data: payload, request },
  },
);
const circular: Record<string, unknown> = { ...payload };
circular.self = circular;

test.each<[name: string, input: unknown, text: string]>([
  ['an error of an HTTP client', httpError, JSON.stringify(payload)],
  [
    'an error with a text as its response',
    Object.assign(new Error('x'), { response: { body: 'y' } }),
    'y',
  ],
  [
    'an error with a message',
    new Error('(#131047) Re-engagement'),
    '(#131047) Re-engagement',
  ],
  [
    'an error of an error',
    new Error('Send failed', { cause: new Error('(#131026) x') }),
    '{"message":"Send failed","cause":"(#131026) x"}',
  ],
  [
    'an error with a code',
    Object.assign(new Error('Invalid number'), { status: 400, code: 21211 }),
    '{"code":21211,"message":"Invalid number"}',
  ],
  ['a circular object', circular, JSON.stringify(payload)],
  [
    'a Map',
    new Map([['errors', [{ code: 131047 }]]]),
    '{"errors":[{"code":131047}]}',
  ],
  [
    'a form',
    new URLSearchParams({ ErrorCode: '63016', To: 'whatsapp:+55' }),
    'ErrorCode=63016\nTo=whatsapp:+55',
  ],
  ['bytes', new TextEncoder().encode('(#131047) é'), '(#131047) é'],
  ['a Buffer', Buffer.from('(#131047) é'), '(#131047) é'],
  ['a big integer', { code: 131047n }, '{"code":"131047"}'],
])('%s is read', (_, input, text) => expect(toInputText(input)).toBe(text));

test.each<[type: string, input: unknown]>([
  ['Response \\(pass its text', new Response('131047')],
  ['Promise', Promise.resolve('131047')],
  ['Set', new Set(['131047'])],
  ['Function', () => '131047'],
  ['Date', new Date()],
])('a %s is refused, with a list of what is taken', (type, input) =>
  expect(() => toInputText(input)).toThrow(
    new RegExp(`^Expected a string, .*Map.*; got ${type}`),
  ),
);
