import type { Examples, Rule } from '../rule.ts';

/** From the time of a status to its first error; the mark of a comment may stand in each line. */
const FROM_TIME =
  /["']timestamp["']\s?:\s?["']?\d{10}["']?,[\s#*/]{0,40}["']errors["']\s?:\s?\[[\s#*/]{0,40}\{[\s#*/]{0,40}["']code["']\s?:\s?["']?$/;
/** The key leads its line, and lines may be indented far. */
const HEAD = /^[\s#*/]{0,80}["']code/;
/** `status: 'failed', errors: [{ code: 470, title: …`: the same within a line, without a time. */
const FROM_STATUS =
  /["']?status["']?\s?[:=]>?\s?["'](?:failed|undelivered)["'],\s{0,12}["']?errors["']?\s?[:=]>?\s?\[\s{0,12}\{\s{0,12}["']?code["']?\s?[:=]>?\s?["']?$/;
const REACH = 240;
const TITLE = /^["']?,[\s#*/]{0,40}["']?title["']?\s?[:=]/;
/** Nothing else is told of it. */
const ENDS = /^["']?\s?\}/;

/** `"timestamp": "1518694700", "errors": [{ "code": 470, "title": …`: how WhatsApp tells that a message failed. */
export const rule: Rule = {
  id: 'status-errors',
  family: 'payload',
  weight: 2.4,
  needs: ['number', 'named', 'right'],
  find({ start, left, lineLeft, right, key, owner, reading, form }) {
    if (key !== 'code') return null;
    const isTitled = TITLE.test(right);
    if (!isTitled && (form === 'http-status' || !ENDS.test(right))) return null;
    if (FROM_STATUS.test(left)) return 'failed';
    if (!isTitled) return null;
    const before = HEAD.test(lineLeft) ? reading.before(start, REACH) : left;
    return FROM_TIME.test(before) && owner === 'errors' ? 'timestamp' : null;
  },
};

export const examples: Examples = {
  yes: [
    '"status":"failed","timestamp":"1518694700","errors":[{"code":‹470›,"title":"Too late"}]',
    '"timestamp": "1518694700",\n  "errors": [\n    {\n      "code": ‹1013›,\n      "title": "No such user"',
    "{ id: 'q2', status: 'failed', errors: [{ code: ‹470›, title: 'Expired' }] }",
    "{ status: 'failed', errors: [{ code: ‹470› }, { code: 471 }] }",
    '#   "timestamp": "1518694700",\n#   "errors": [{\n#     "code": ‹470›,\n#     "title": "Too late"',
  ],
  no: [
    '"errors":[{"code":470,"title":"Too late"}]',
    "{ status: 'failed', errors: [{ code: 400 }] }",
    '"timestamp":"2026-01-05T10:00:00Z","errors":[{"code":470,"title":"Too late"}]',
    '"timestamp":"1518694700","items":[{"code":470,"title":"Too late"}]',
  ],
};
