import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTitleBelowState } from './title-below.ts';

describe('a title below a message state', () => {
  it.each([
    ['Failed\nMessage undeliverable', 'Message undeliverable'],
    [
      'Status: failed\r\n\r\nMessage undeliverable\r\n12:04',
      'Message undeliverable',
    ],
    ['Message undeliverable\n✗ Not delivered', 'Message undeliverable'],
    [' Failed \n \n Message \n12:04\n too late ', 'Message too late'],
    [`Failed\n${'x'.repeat(80)}`, 'x'.repeat(80)],
    ['Rejeitado\nModelo pausado', 'Modelo pausado'],
  ])('is found: %j', (text, said) =>
    expect(findTitleBelowState(text)).toBe(said),
  );

  it.each([
    '',
    'Failed',
    'Message undeliverable',
    'Failed\nNot delivered',
    'hello\nhello\n',
    'template message sent\r\ntemplate message read\r\n',
    'job failed\njob done',
    'Failed\na\nb\nc\nd',
    `Failed\n${'word '.repeat(40)}`,
  ])('is not found in %j', (text) =>
    expect(findTitleBelowState(text)).toBeNull(),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => void findTitleBelowState(text),
      ),
    );
  });
});
