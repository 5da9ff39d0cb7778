import { expect, it } from 'vitest';
import type { Masker } from '../lib/masking/mask-text.ts';
import {
  evaluateMasking,
  formatMaskingEvaluation,
  parseMaskingCorpus,
} from './masking-evaluation.ts';

/** Masks digits. */
const masker: Masker = {
  splitIntoParts: (text) =>
    text.split(/(\d+)/).map((part) => ({
      text: part,
      masked: /\d/.test(part) ? 'number' : null,
    })),
};

const evaluate = (kind: string, text: string) =>
  evaluateMasking(
    parseMaskingCorpus(JSON.stringify({ id: 'x', kind, lang: 'en', text })),
    masker,
  );

it('counts what is left of private parts, without titles', () => {
  const { tallies, misses } = evaluate('line', 'to ⟦Mr 5551234⟧ by ⟦Ana 7⟧');

  expect(tallies.get('line')).toMatchObject({ private: 2, left: 1 });
  expect(misses).toEqual([{ id: 'x', what: 'left', text: 'Ana 7' }]);
});

it('counts what is destroyed of needed parts, and texts that are changed', () => {
  const { tallies } = evaluate('stay', 'error ⟪131026⟫ in ⟪order_update⟫');

  expect(tallies.get('stay')).toMatchObject({
    needed: 2,
    destroyed: 1,
    changed: 1,
  });
});

it('prints the misses and a row for each kind', () =>
  expect(formatMaskingEvaluation(evaluate('doc', '⟦Ana⟧ ⟪12⟫'))).toBe(
    'left: x: Ana\ndestroyed: x: 12\ndoc   left 1 of 1 (100.0%), destroyed 1 of 1 (100.0%), changed 0 of 1',
  ));
