import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';
import { stateBefore } from './failed-row.ts';

/** `["rejected", "1482", …`: a number in quotation marks counts nothing. */
const TUPLE = cue([...FAILED, ...REJECTED], { before: /[[(]\s?["'`]$/, after: /^["'`],\s?["'`]$/ });

/** `9198…  failed  1008`: the same row on the console of a provider that has the number. */
export const rule: Rule = {
  id: 'console-row',
  family: 'place',
  weight: 4.4,
  needs: ['number', 'console', 'left'],
  find(scene) {
    const { form, meanings, reading } = scene;
    if (form !== 'four-digits' || !areOf(meanings, reading.console?.provider)) return null;
    const tuple = /^["'`]\s?[,\])]/.test(scene.lineRight) ? TUPLE.in(scene.lineLeft) : null;
    return tuple?.word ?? stateBefore(scene);
  },
};

export const examples: Examples = {
  host: 'www.gupshup.io',
  yes: [
    '919810001312,failed,‹1002›,Number does not exist,2026-02-13 10:06:02',
    '11:03\t5215510xxxx2\tpromo_nov\tFailed\t‹1002› - No such number',
    '+91 98xxx | x | FAILED | ‹1002› |',
    '  ["rejected", "‹1002›", "message.filtered"],',
  ],
  no: [
    'Sent\t2000\tFailed\t1002',
    '+91 98xxx | failed | 470 |',
    '+91 98xxx | sent | 1002 |',
    '["failed", 1002, 12]',
    '["sent", "1002"]',
  ],
};
