import { isConstant, isRareName } from '../constant.ts';
import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, words } from '../words/pattern.ts';
import { SHOWN_BEFORE } from '../words/shown.ts';

/** What follows from something. */
const HENCE = words(`
  hence, therefore, thus, come back as, came back as, comes back as, ended as, ends as, daher, deshalb, also, zurück als, por eso, por isso, portanto, d'où, donc, quindi, perciò, vandaar, отсюда, поэтому, jadi,
  vuelve como, volvió como, voltou como, 因此, 所以, 于是
`);
const BEFORE = cue([...SHOWN_BEFORE, ...HENCE], {
  after: /^\s?(?:(?:an?|the|un|una|el|um|uma|o|ein|eine|den|il|le)\s)?[:：]?\s?["'`«„“「]{0,2}$/iu,
});
/** States of templates and numbers, which are no reasons. */
const STATE = /PENDING|APPEAL|APPROVED|FLAGGED|PAUSED|DELET|DISABLED|CONNECTED|VERIFIED|TIER|QUALITY/;

/** `it has no example, hence INVALID_FORMAT`: a reason of Meta's, or a name that nobody else has, told in a sentence. */
export const rule: Rule = {
  id: 'met-name',
  family: 'place',
  weight: 3.4,
  needs: ['spelled', 'left'],
  find(scene) {
    const { code, lineLeft, lineRight, meanings } = scene;
    if (!isConstant(scene) || STATE.test(code) || !(areOf(meanings, 'meta') || isRareName(scene)))
      return null;
    return /^[\s"'`=(.]{0,2}[=(]/.test(lineRight) ? null : (BEFORE.in(lineLeft)?.word ?? null);
  },
};

export const examples: Examples = {
  yes: [
    'it has no example, hence ‹INVALID_FORMAT›.',
    'the template came back as `‹INVALID_FORMAT›`',
    'nuestra plantilla volvió como ‹TAG_CONTENT_MISMATCH›',
    'wir bekommen ‹INVALID_FORMAT› bei jeder Vorlage',
  ],
  no: ['throws INVALID_FORMAT(x)', 'class INVALID_FORMAT', 'we see MISSING_TOKEN', 'we see REJECTED'],
};
