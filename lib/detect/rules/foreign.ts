import { isLongForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { rule as graphPayload } from './graph-payload.ts';

/** A line of a log: what another line tells is of something else. */
const LOGGED =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\b)/;
const POINT = /^\s*(?:[-*•–]|\d{1,2}[.)]|(?:\*\s)?[\da-f]{7,12})\s/;

/** Another system with numbers of its own is named near by: MySQL, Windows, WebSocket. */
export const rule: Rule = {
  id: 'foreign',
  family: 'against',
  weight: -4.2,
  needs: ['beside'],
  find(scene) {
    const { reading, start, form, cell, lineLeft, lineRight } = scene;
    // What Graph answered is Graph's, whatever printed it.
    if (graphPayload.find(scene) !== null) return null;
    // Others have an OAuth, too.
    const near = isLongForm(form) ? reading.topicNear('foreign', start, 60) : null;
    if (near && lineLeft.includes(near) && !/whats|meta|graph|waba/i.test(lineLeft)) return near;
    if (isLongForm(form) && !/^(?:oauth)?$/i.test(reading.topicNear('whatsapp', start, 220) ?? ''))
      return null;
    // `… on Windows or Linux. The WhatsApp server error 463`
    if (reading.topicNear('whatsapp', start, 40) && !reading.topicNear('foreign', start, 100)) return null;
    const word = reading.topicNear('foreign', start, 220);
    // Another row, or another point of a list.
    const apart = cell !== null || (isLongForm(form) && (POINT.test(lineLeft) || LOGGED.test(lineLeft)));
    return word && apart && !`${lineLeft}${lineRight}`.includes(word) ? null : word;
  },
};

export const examples: Examples = {
  yes: ['ERROR ‹1005› (HY000)', 'mysql says ‹2003›', 'winerror ‹1013›'],
  no: [
    'error 1005',
    'Meta 131047',
    '24-hour windows 131047',
    '{"type":"GraphMethodException","code":100,"error_subcode":33,"fbtrace_id":"Ax"} exit status',
    'ERROR code=131026 failed\nERROR mysql gone away',
    '- tells 131021 now\n- PostgreSQL 14 is the least',
  ],
};
