import { describe, expect, it } from 'vitest';
import { isPlausiblePhoneNumber } from './phone-number-validation.ts';

describe('groups of digits', () => {
  it.each([
    [['442079460958'], true],
    [['44', '2079460958'], true],
    [['44', '20', '7946', '0958'], true],
    [['44', '2079', '460', '958'], false],
    [['442', '079460958'], false],
    [['020', '7946', '0958'], true],
    [['20', '7946', '0958'], true],
    [['02', '079', '460', '958'], false],
    [['02079460958'], true],
    [['11', '91234', '5678'], true],
    [['119', '123', '45678'], false],
    [['202', '555', '0143'], true],
    [['2025550143'], true],
    [['8', '912', '345', '67', '89'], true],
    [['123'], false],
    [['9999999999999999'], false],
    [[''], false],
  ])('%j are a number without a plus: %s', (groups, isNumber) =>
    expect(isPlausiblePhoneNumber(groups, false)).toBe(isNumber),
  );

  it.each([
    [['442079460958'], true],
    [['44', '2079', '460', '958'], true],
    [['44', '0', '20', '7946', '0958'], true],
    [['0044', '20', '7946', '0958'], true],
    [['44', '20', '7946', '00958'], false],
    [['999', '12345'], false],
    [[], false],
  ])('%j are a number with a plus: %s', (groups, isNumber) =>
    expect(isPlausiblePhoneNumber(groups, true)).toBe(isNumber),
  );
});
