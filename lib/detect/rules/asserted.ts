import type { Examples, Rule } from '../rule.ts';

/** `assert.equal(err.code, 190)`, `expect(failure.code).toBe(131047)`: a test says what the code of an error is. */
export const rule: Rule = {
  id: 'asserted',
  family: 'place',
  weight: 4,
  needs: ['number', 'argument'],
  find({ lineLeft, lineRight, kind, code, form }) {
    if (
      kind !== 'number' ||
      code.length < 3 ||
      (form === 'http-status' && /status/i.test(lineLeft)) ||
      !/^["'`]?\s?\)/.test(lineRight)
    )
      return null;
    return (
      /(?:code|codigo|código|cod|errno)\w{0,3}["'`\])]{0,3}(?:,|\)\.to\w{2,8}\()\s?["'`]?$/i.exec(
        lineLeft,
      )?.[0] ?? null
    );
  },
};

export const examples: Examples = {
  yes: [
    'assert.equal(err.code, ‹190›)',
    "expect(failure.code).toBe('‹131047›')",
    'self.assertEqual(res["codigo"], ‹190›)',
  ],
  no: [
    'assert.equal(res.count, 190)',
    'expect(rows).toBe(131047)',
    'expect(res.statusCode).toBe(200)',
    'the code, 131047',
  ],
};
