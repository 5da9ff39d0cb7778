import { expect, it } from 'vitest';
import { unfoldYaml } from './unfold-yaml.ts';

it.each([
  [
    'a block',
    'error_data:\n  details: >-\n    Message failed to send because\n    24 hours have passed\nhref: x',
    'error_data:\n  details: Message failed to send because 24 hours have passed\nhref: x',
  ],
  [
    'a value that is continued below',
    '- details: Message failed to send because\n    24 hours have passed\n  code: 131047',
    '- details: Message failed to send because 24 hours have passed\n  code: 131047',
  ],
])('joins the lines of %s', (_, text, joined) =>
  expect(unfoldYaml(text)).toBe(joined),
);

it.each([
  'error:\n  code: 131047\n  title: Re-engagement message',
  'details: one\nline below',
  '2026-11-30 failed: 131047\n    at send (app.js:1:1): x',
  '{\n  "details": "one",\n  "code": 1\n}',
])('keeps other lines: %j', (text) => expect(unfoldYaml(text)).toBe(text));
