import type { Examples, Rule } from '../rule.ts';

const BEFORE =
  /(?:\bports?|\blisten(?:s|ing)? on|NodePort|puerto|porta|porto|localhost|порт|tcp|udp|\d\.\d{1,3}|https?:\/\/[\w.-]{1,60})[\s:=()"'-]{1,4}$|(?:^|[\s(])[a-z][\w.-]{1,60}\.[a-z]{2,}:$/i;

/** A port of a host. */
export const rule: Rule = {
  id: 'port',
  family: 'against',
  weight: -5,
  needs: ['beside'],
  find({ lineLeft, lineRight }) {
    return BEFORE.exec(lineLeft)?.[0].trim() ?? /^\s?(?:\/tcp|\/udp|->\d)/.exec(lineRight)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: ['on port ‹30003›', 'localhost:‹1005›', 'TCP port ‹30002›.', 'Listening on ‹30002›'],
  no: ['error 30003', 'report 30003', 'code: 1005'],
};
