import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** `"title"` and `"details"` right behind it; other interfaces say `"detail"`. */
const MEMBERS =
  /^\\?["']?\s*,\s*\\?["']title\\?["']\s*:\s*\\?["'][^"'\\\n]{1,90}\\?["']\s*,\s*\\?["']details\\?["']\s*:/;

/** `"errors":[{"code":1013,"title":…,"details":…`: an answer of the on-premises client, whatever it says. */
export const rule: Rule = {
  id: 'onprem-payload',
  family: 'payload',
  weight: 2.6,
  needs: ['number', 'named', 'right'],
  find({ key, owner, structural, right, meanings }) {
    if (!structural || key !== 'code' || owner !== 'errors' || !areOf(meanings, 'meta')) return null;
    return MEMBERS.test(right) ? 'title, details' : null;
  },
};

export const examples: Examples = {
  yes: [
    '{"errors":[{"code":‹1013›,"title":"Anything else","details":"x"}]}',
    '"errors": [{ "code": ‹470›, "title": "Late", "details": "The window" }]',
    '"body":"{\\"errors\\":[{\\"code\\":‹1013›,\\"title\\":\\"Missing\\",\\"details\\":\\"to\\"}]}"',
  ],
  no: [
    '{"errors":[{"code":1013,"title":"No","detail":"x"}]}',
    '{"items":[{"code":1013,"title":"No","details":"x"}]}',
    '{"errors":[{"code":1013,"message":"No"}]}',
  ],
};
