import { isRareForm } from '../form.ts';
import { stateOfOne } from '../one-message.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERRORS } from '../words/error.ts';
import { cue, words } from '../words/pattern.ts';
import { FAILED, REASON } from '../words/reason.ts';

/** `Failure reasons`, `Error breakdown`: what stands below tells why, not how often. */
const BREAKDOWN = cue([
  ...REASON,
  ...words(
    'breakdown, distribution, reasons, causes, types, motivos, razones, causas, raisons, gründe, motivi, tipos, top, by type, por tipo, par type, nach art, most common',
  ),
]);
const FAILURES = cue([...ERROR, ...ERRORS, ...FAILED, ...words('failure, rejection, rejections')]);

/** A rare number by itself, and the heading, the rest of the row or of the card says that something failed. */
export const rule: Rule = {
  id: 'failed-near',
  family: 'place',
  weight: 1.2,
  needs: ['number', 'long'],
  find(scene) {
    const { form, start, end, reading, label, header } = scene;
    if (!isRareForm(form)) return null;
    const { text } = reading;
    if (/[\p{L}\p{N}]/u.test(text.slice(0, start).slice(-40) + text.slice(end, end + 40))) return null;
    if (header && BREAKDOWN.in(header) && FAILURES.in(header)) return header;
    // The heading says it already.
    if (header && /err|cod|kod|cód/i.test(header)) return null;
    return label ? stateOfOne(scene) : (reading.nearby()?.word('failure') ?? null);
  },
};

export const examples: Examples = {
  nearby: 'Failed Marketing 2 min ago',
  yes: ['‹131049›', '‹131047›.', '(‹63016›)'],
  no: ['470', '131047 messages', 'of 131047'],
};
