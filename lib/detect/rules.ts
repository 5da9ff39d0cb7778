import { looksOwn } from './form.ts';
import type { ReadCandidate } from './reading.ts';
import { UNIT } from './units.ts';

/** What holds whatever a model makes of it: forms that print nothing else. */
interface Rule {
  id: string;
  /** True: always a code where it stands; false: never one. */
  isCode: boolean;
  holds(one: ReadCandidate): boolean;
  /** Lines in which it holds for the number between ‹ ›. */
  examples: readonly string[];
}

const UNIT_BEHIND = new RegExp(UNIT, 'y');
/** Vonage names the problem of a response so. */
const PROBLEM_TYPE = /"type"\s?:\s?"https?:\/\/[\w.]*(?:vonage|nexmo)[^\s"]{1,110}#$/;
const FRAGMENT = /https?:\/\/[^\s"'<>]{1,110}#$/;
const DUMP = /\b(?:string|array)\($/;

export const RULES: readonly Rule[] = [
  {
    id: 'unit',
    isCode: false,
    holds: ({ kind, end, reading: { text } }) => {
      UNIT_BEHIND.lastIndex = end;
      return kind === 'number' && UNIT_BEHIND.test(text);
    },
    examples: ['in ‹131005› us', '‹131072› KB', '‹131072› bytes', 'took ‹131026› ms'],
  },
  {
    id: 'length in a dump',
    isCode: false,
    holds: ({ start, end, reading: { text } }) =>
      text[end] === ')' && DUMP.test(text.slice(Math.max(0, start - 8), start)),
    examples: ['["code"]=> string(‹10›) "1310470000"', 'array(‹4›) {'],
  },
  {
    id: 'success',
    isCode: false,
    holds: ({ kind, meanings }) =>
      kind === 'number' && meanings.length > 0 && meanings.every(({ success }) => success),
    // The index of the tests has none.
    examples: [],
  },
  {
    id: 'part of an address',
    isCode: false,
    holds: ({ start, reading: { text } }) => {
      if (text[start - 1] !== '#') return false;
      const before = text.slice(Math.max(0, start - 140), start);
      return FRAGMENT.test(before) && !PROBLEM_TYPE.test(before);
    },
    examples: ['https://example.com/errors/payments#‹190›', '{"type":"https://example.com/errors#‹131047›"}'],
  },
  {
    id: 'printed by Graph',
    isCode: true,
    holds: ({ code, start, end, reading: { text } }) =>
      looksOwn(code) && text.startsWith('(#', start - 2) && /^\)\s\p{L}/u.test(text.slice(end, end + 3)),
    examples: ['(#‹131047›) Re-engagement message', '(#‹131999›) Something new'],
  },
];

/** The rule that decides about a candidate, if one does. */
export const ruleFor = (one: ReadCandidate): Rule | undefined => RULES.find((rule) => rule.holds(one));
