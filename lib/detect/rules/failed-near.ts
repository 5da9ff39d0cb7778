import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** A rare number by itself, and the rest of the row or card says that something failed. */
export const rule: Rule = {
  id: 'failed-near',
  family: 'place',
  weight: 1.2,
  needs: ['number', 'long'],
  find({ form, start, end, reading, label, header }) {
    if (!isRareForm(form)) return null;
    // The heading says it already.
    if (header && /err|cod|kod|cód/i.test(header)) return null;
    const { text } = reading;
    if (label || /[\p{L}\p{N}]/u.test(text.slice(0, start).slice(-40) + text.slice(end, end + 40)))
      return null;
    return reading.nearby()?.word('failure') ?? null;
  },
};

export const examples: Examples = {
  nearby: 'Failed Marketing 2 min ago',
  yes: ['‹131049›', '‹131047›.', '(‹63016›)'],
  no: ['470', '131047 messages', 'of 131047'],
};
