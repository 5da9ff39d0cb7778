import { isConstant } from '../constant.ts';
import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, endsWithCue } from '../words/pattern.ts';
import { REASON } from '../words/reason.ts';

const CUE = endsWithCue(REASON);
/** `Motivo de rechazo: …`, `Lý do từ chối: …` */
const PHRASE = cue(REASON, {
  after: /^(?:[ _-][\p{L}\p{M}]{1,14}){1,3}["'`*]{0,2}\s?[:：=][\s"'`*]{0,3}$/u,
});
const WORD = cue(REASON);

/** `Rejected, reason: TAG_CONTENT_MISMATCH`, `"rejected_reason": "INVALID_FORMAT"`, a cell headed `Rejection reason`. */
export const rule: Rule = {
  id: 'reason',
  family: 'place',
  weight: 5.4,
  needs: ['spelled'],
  find(scene) {
    if (!isConstant(scene) || scene.code === 'NONE') return null;
    const { left, header, label, key, structural } = scene;
    if (structural && key) return WORD.in(key.replace(/_/g, ' '))?.word ?? null;
    const said = CUE.in(left)?.word ?? PHRASE.in(left)?.word;
    if (said) return said;
    if (!leadsText(scene)) return null;
    for (const place of [header, label]) {
      const word = place && place.length <= 60 ? WORD.in(place)?.word : undefined;
      if (word) return word;
    }
    return null;
  },
};

export const examples: Examples = {
  yes: [
    'Rejected, reason: ‹INVALID_FORMAT›',
    'Motivo: ‹INVALID_FORMAT›',
    'Lý do từ chối: ‹INVALID_FORMAT›',
    '"rejected_reason": "‹INVALID_FORMAT›"',
    '| Template | Rejection reason |\n|---|---|\n| welcome | ‹INVALID_FORMAT› |',
    'Ablehnungsgrund\t‹INVALID_FORMAT›',
    '却下理由：‹INVALID_FORMAT›',
  ],
  no: ['Reason: REJECTED', 'INVALID_FORMAT', 'Reason: MISSING', 'for that reason we read INVALID_FORMAT'],
};
