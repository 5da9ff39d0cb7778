import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** Sentences that Graph says with a code and nobody else does. */
const SENTENCE =
  /(?:Application|User|Page) request limit reached|Error validating (?:access token|application)|Invalid OAuth(?: \d\.\d)? access token|Unsupported (?:get|post|delete) request|Application does not have (?:permission|the capability)|Calls to this api have exceeded the rate limit|Session has expired on|Tried accessing nonexisting field/i;

/** `{code:4, message:"Application request limit reached"}`: the object says it in Graph's words. */
export const rule: Rule = {
  id: 'graph-says',
  family: 'payload',
  weight: 5,
  needs: ['number', 'named'],
  find({ key, structural, left, right, meanings }) {
    if (!structural || !key || !/code$/i.test(key)) return null;
    if (!areOf(meanings, 'meta')) return null;
    return SENTENCE.exec(right)?.[0] ?? SENTENCE.exec(left)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'error={code:‹4›,message:"Application request limit reached"}',
    '{ message: "Error validating access token", code: ‹190› }',
    '"message":"Calls to this api have exceeded the rate limit.","code":‹613›',
  ],
  no: [
    'limit: 4, message: "Application request limit reached"',
    'Session: 4 sessions',
    '{"code":4,"message":"Too many"}',
  ],
};
