import { describe, expect, it } from 'vitest';
import { findOwnObjects } from './object-around.ts';

describe('the objects that hold a code', () => {
  it('are those around it, innermost first', () => {
    const text =
      '{"a":{"code":131049,"details":"healthy"}} {"error":{"code":132000,"error_subcode":2494073}}';
    expect(findOwnObjects(text, '2494073')).toEqual([
      '{"code":132000,"error_subcode":2494073}',
      '{"error":{"code":132000,"error_subcode":2494073}}',
    ]);
  });

  it('are those that hold all places of it', () => {
    const text = '{"error":{"message":"(#132000) x","data":{"code":132000}}}';
    expect(findOwnObjects(text, '132000')).toEqual([
      '{"message":"(#132000) x","data":{"code":132000}}',
      text,
    ]);
  });

  it('are the text itself where no object or more than one has it', () => {
    for (const text of ['Failed: 131047', '{"code":131047} {"code":131047}', 'code":131047}', ''])
      expect(findOwnObjects(text, '131047')).toEqual([text]);
    expect(findOwnObjects('{"code":131047}', '')).toEqual(['{"code":131047}']);
  });
});
