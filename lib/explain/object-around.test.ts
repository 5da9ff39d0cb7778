import { describe, expect, it } from 'vitest';
import { findOwnObjects } from './object-around.ts';

describe('the objects around a code', () => {
  it('are listed innermost first', () => {
    const text =
      '{"a":{"code":131049,"details":"healthy"}} {"error":{"code":132000,"error_subcode":2494073}}';
    expect(findOwnObjects(text, '2494073')).toEqual([
      '{"code":132000,"error_subcode":2494073}',
      '{"error":{"code":132000,"error_subcode":2494073}}',
    ]);
  });

  it('contain all occurrences of it', () => {
    const text = '{"error":{"message":"(#132000) x","data":{"code":132000}}}';
    expect(findOwnObjects(text, '132000')).toEqual([
      '{"message":"(#132000) x","data":{"code":132000}}',
      text,
    ]);
  });

  it('are the whole text if no object or more than one contains it', () => {
    for (const text of ['Failed: 131047', '{"code":131047} {"code":131047}', 'code":131047}', ''])
      expect(findOwnObjects(text, '131047')).toEqual([text]);
    expect(findOwnObjects('{"code":131047}', '')).toEqual(['{"code":131047}']);
  });
});
