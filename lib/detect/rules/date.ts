import type { Examples, Rule } from '../rule.ts';

const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|fev|abr|mai|ago|set|out|dez|ene|dic|janv|févr|avr|juin|juil|août|déc|mär|okt|dez|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[\\p{L}]{0,8}\\.?';
const BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${MONTH}\\s(?:\\d{1,2},?\\s)?|(?:since|in|year|until|from|em|en|desde|seit|im|год|año|ano)\\s|©\\s?)(?:de\\s)?$`,
  'iu',
);
const AFTER = new RegExp(`^(?:\\s(?:de\\s)?${MONTH}(?:[^\\p{L}]|$)|\\s?(?:年|г\\.|года)|-\\d\\d-)`, 'iu');

/** A year or a day of a month. */
export const rule: Rule = {
  id: 'date',
  family: 'against',
  weight: -4,
  needs: ['beside'],
  find({ lineLeft, lineRight, form }) {
    if (form !== 'year' && form !== 'few-digits') return null;
    return BEFORE.exec(lineLeft)?.[0].trim() ?? AFTER.exec(lineRight)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['12 Oct ‹2026›', 'since ‹2026›', '‹4› Mar, error day'],
  no: ['code 2026', 'error 4', 'octets: 2026'],
};
