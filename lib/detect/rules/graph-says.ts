import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** Sentences that Meta says with a code and nobody else does. */
const SENTENCE =
  /(?:Application|User|Page) request limit reached|Error validating (?:access token|application)|Invalid OAuth(?: \d\.\d)? access token|Unsupported (?:get|post|delete) request|Application does not have (?:permission|the capability)|Calls to this api have exceeded the rate limit|Session has expired on|Tried accessing nonexisting field|outside the support window for free-?form|Number of parameters does not match the expected number of params|Some products could not be sent because they are either hidden|Message failed to send because more than/i;

/** `{code:4, message:"Application request limit reached"}`: the object says it in Meta's words. */
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
    '"code": ‹470›, "title": "Failed to send message because you are outside the support window for freeform messages"',
    '"message":"Calls to this api have exceeded the rate limit.","code":‹613›',
  ],
  no: [
    'limit: 4, message: "Application request limit reached"',
    'Session: 4 sessions',
    '{"code":4,"message":"Too many"}',
  ],
};
