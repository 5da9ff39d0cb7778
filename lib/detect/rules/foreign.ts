import type { Examples, Rule } from '../rule.ts';

/** Another system with numbers of its own is named near by: MySQL, Windows, WebSocket. */
export const rule: Rule = {
  id: 'foreign',
  family: 'against',
  weight: -4.2,
  needs: ['beside'],
  find({ reading, start, form, cell, lineLeft, lineRight }) {
    const word = reading.topicNear('foreign', start, 220);
    if (!word || (cell && !`${lineLeft}${lineRight}`.includes(word))) return null;
    return reading.topicNear('whatsapp', start, 220) &&
      (form === 'six-digits' || form === 'five-digits' || form === 'five-rare')
      ? null
      : word;
  },
};

export const examples: Examples = {
  yes: ['ERROR ‹1005› (HY000)', 'mysql says ‹2003›', 'winerror ‹1013›'],
  no: ['error 1005', 'Meta 131047', '24-hour windows 131047'],
};
