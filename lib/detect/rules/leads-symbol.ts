import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** `53: 'REJECTED_…'`: a key and its value. A count stands behind what was counted. */
const VALUE = /^["'`]?\s?(?::|=>?)\s?["'`]([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?!\w)/;
/** `53	REJECTED_… - what it means`: how often something came is told without a meaning. */
const ROW = /^(?:\s?\|\s?|\t|\s{1,4})["'`]?([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)/;
const TOLD = /^["'`]?(?:\s[-–—:]\s|\s?\|\s?|\t)["'`]?\p{L}/u;

/** What a symbol means follows it in its row. */
export const isTold = (right: string): boolean => TOLD.test(right);

/** A symbol of the provider whose console it is, behind the number that leads the line: what the provider numbers there, lists of ours may number otherwise. */
export const rule: Rule = {
  id: 'leads-symbol',
  family: 'place',
  weight: 9.2,
  needs: ['number', 'console', 'head', 'right'],
  find({ code, form, right, reading }) {
    // `1 | MISSING_TOKEN | …`: the points of a list.
    if (code.length < 2 || form === 'http-status') return null;
    const row = ROW.exec(right);
    const symbol = VALUE.exec(right)?.[1] ?? (row && isTold(right.slice(row[0].length)) ? row[1] : undefined);
    if (symbol === undefined) return null;
    return areOf(reading.lexicon.index.meaningsOf(symbol), reading.console?.provider) ? symbol : null;
  },
};

export const examples: Examples = {
  host: 'portal.infobip.com',
  yes: [
    '‹12›\tREJECTED_NOT_ENOUGH_CREDITS - Nothing left to spend',
    "‹60›: 'REJECTED_NOT_ENOUGH_CREDITS - Nothing left to spend',",
    '| ‹60› | REJECTED_NOT_ENOUGH_CREDITS | Nothing left to spend |',
  ],
  no: [
    '60\tREJECTED_NOT_ENOUGH_CREDITS',
    '     60 REJECTED_NOT_ENOUGH_CREDITS',
    '6 | REJECTED_NOT_ENOUGH_CREDITS | Nothing left',
    '60: REJECTED_NOT_ENOUGH_CREDITS',
    "60: 'REJECTED_BY_THE_SHOP'",
    '1. 60 REJECTED_NOT_ENOUGH_CREDITS',
  ],
};
