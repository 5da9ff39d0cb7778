import codes from 'virtual:codes';
import { describe, expect, it } from 'vitest';
import { createCodeIndex } from './code-index.ts';
import { detect, isConfident } from './detect.ts';
import type { TextContext } from './hit.ts';

const index = createCodeIndex(codes);

const findCodes = (text: string, context: TextContext) =>
  detect(text, index, { host: 'business.facebook.com', path: '/', ...context })
    .filter(isConfident)
    .map(({ code }) => code);

describe('a line that states a failure', () => {
  it.each<[string, TextContext]>([
    ['Failed to send · 131047', { heading: '30 November' }],
    ['Failed to send · 131047', { heading: 'Conversation with Ana Souza' }],
    ['Failed to send · 131047', { heading: 'Orders' }],
    ['Failed to send · 131047', { heading: 'Inbox' }],
    ['Failed to send · 131047', { label: 'Inbox' }],
    ['❌ 131047', { header: 'Inbox' }],
    ['131047 - failed', { header: 'Failed messages' }],
  ])('has its code, whatever is above it: %s, %j', (text, context) =>
    expect(findCodes(text, context)).toEqual(['131047']),
  );
});

it.each<[string, TextContext]>([
  ['131047', { heading: 'Recipients' }],
  ['131047', { header: 'Amount spent' }],
  ['Recipients: 131047', { heading: 'Failed messages' }],
  ['131047 messages', { heading: '30 November' }],
])('no failure is stated in %s, %j', (text, context) =>
  expect(findCodes(text, context)).toEqual([]),
);
