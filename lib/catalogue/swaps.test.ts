import { describe, expect, it } from 'vitest';
import { swapsOf } from './swaps.ts';

describe('two letters in the wrong order', () => {
  it('are tried in turn', () => {
    expect(swapsOf('pasu')).toEqual(['apsu', 'psau', 'paus']);
  });

  it('are no digits, and none of a short word', () => {
    expect(swapsOf('13104')).toEqual([]);
    expect(swapsOf('fro')).toEqual([]);
  });
});
