import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { createWordingIndex } from './wording-index.ts';

const catalogue = createCatalogue(readCatalogue());
const phrases = createWordingIndex(catalogue);
const findFirstCode = (text: string) => phrases(text)[0]?.entries[0]?.code;

describe('an error told without its number', () => {
  it.each([
    [
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      '131047',
    ],
    ['Our agent sees "more than 24 hours have passed…" since today', '131047'],
    ['it says: Recipient phone number not in allowed list - why?', '131030'],
    ['This message was not delivered to maintain healthy ecosystem engagement.', '131049'],
    ['Failed to send\nSession has expired on Friday, 20-Nov-26\nretrying in 5 s', '190'],
    ['Parameter value is not valid', '131009'],
    ['Application does not have the capability to make this API call.', '3'],
    ['Parameter format does not match format in the created template', '132012'],
    ["Acme can't onboard customers at the moment", '2655111'],
  ])('is known by its wording: %s', (text, code) => expect(findFirstCode(text)).toBe(code));

  it.each([
    'Dear customer, an error occurred. Please try again later.',
    'Something went wrong. Internal server error. Access denied.',
    'We are sorry that the service is temporarily unavailable for your account',
    'The number of guests does not match the expected number of chairs',
    'Dear team,\nthe invoice of 1,470 EUR was paid on 12 May.\nRegards',
    'The customer wrote last long ago, so the messaging window is closed',
    'Your session has expired, please log in again',
    '',
  ])('is not guessed from %j', (text) => expect(phrases(text)).toEqual([]));

  it('is surer the more of the wording stands there', () => {
    const whole =
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number';
    const getConfidence = (text: string) => phrases(text)[0]?.confidence ?? 0;
    expect(getConfidence(whole)).toBeGreaterThan(getConfidence(whole.slice(0, 90)));
    expect(getConfidence(whole)).toBeLessThan(1);
    expect(getConfidence('more than 24 hours have passed')).toBeLessThan(0.75);
  });

  it('stands at its place in any text', () => {
    const words = 'Recipient phone number not in allowed list';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before} | ${words} | ${after}`;
        const found = phrases(text).find(({ entries }) => entries[0]?.code === '131030');
        expect(found && text.slice(found.start, found.end)).toBe(words);
      }),
    );
  });
});
