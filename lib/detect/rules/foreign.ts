import { isLongForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** Another system with numbers of its own is named near by: MySQL, Windows, WebSocket. */
export const rule: Rule = {
  id: 'foreign',
  family: 'against',
  weight: -4.2,
  needs: ['beside'],
  find({ reading, start, form, cell, lineLeft, lineRight }) {
    // Others have an OAuth, too.
    if (isLongForm(form) && !/^(?:oauth)?$/i.test(reading.topicNear('whatsapp', start, 220) ?? ''))
      return null;
    // `… on Windows or Linux. The WhatsApp server error 463`
    if (reading.topicNear('whatsapp', start, 40) && !reading.topicNear('foreign', start, 100)) return null;
    const word = reading.topicNear('foreign', start, 220);
    return word && cell && !`${lineLeft}${lineRight}`.includes(word) ? null : word;
  },
};

export const examples: Examples = {
  yes: ['ERROR ‹1005› (HY000)', 'mysql says ‹2003›', 'winerror ‹1013›'],
  no: ['error 1005', 'Meta 131047', '24-hour windows 131047'],
};
