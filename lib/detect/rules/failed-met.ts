import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';
import { OURS } from '../words/ours.ts';
import { cue } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';
import { mayBeSpoken } from '../words/shown.ts';
import { metWith } from './met.ts';

const FAILURE = cue(FAILED);
/** `The failed ones are almost all 131026 (no WhatsApp)` */
const THE_FAILED =
  /(?:^|[^\p{L}])(?:the|those|i|le|los|las|os|as|die|les|de)\s(?:failed|undelivered|fallit[ie]|fallid[oa]s|(?:que\s)?falh\p{L}+|que\sfallaron|fehlgeschlagenen|échecs|échoués|mislukte)(?!\p{L})/iu;
const REACH = 80;
/** The end of a sentence or a cell. */
const BREAK = /[.!?;|]\s|[\n\t。]/u;

/** `47 of 1,310 messages failed, it says 131053 for all`: what did not get through, and what came instead. */
export const rule: Rule = {
  id: 'failed-met',
  family: 'wording',
  weight: 2.2,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form) || !mayBeSpoken(lineLeft, lineLeft.length)) return null;
    const before = lastOf(lineLeft, REACH).split(BREAK).at(-1) ?? '';
    const failed = THE_FAILED.exec(before)?.[0] ?? (OURS.in(before) ? FAILURE.in(before)?.word : undefined);
    return failed && metWith(lineLeft, right) ? failed.trim() : null;
  },
};

export const examples: Examples = {
  yes: [
    '47 of 1,310 messages failed, it says ‹131053› for all',
    'dari 1.310 pesan ada 47 yang gagal, tulisannya ‹131053› semua.',
    'I falliti sono quasi tutti ‹131026› (numero fisso)',
    'de las plantillas varias han fallido, aparece ‹131049›.',
  ],
  no: [
    'messages failed. It says 131053 for all',
    '47 payments failed, it says 131053.',
    'of the messages 47 failed, we saw 131053 people',
    'messages failed 131053.',
    'of the messages 470 failed, it says 190.',
  ],
};
