import type { Examples, Rule } from '../rule.ts';
import { rule as matter } from './matter.ts';

const BEFORE =
  /(?:^|[^\p{L}])(?:v|ver|version|versão|versión|release|build|rev|chrome|android|ios|python|node)[\s:.="']{0,3}$/iu;

/** A version or a build. */
export const rule: Rule = {
  id: 'version',
  family: 'against',
  weight: -4.5,
  needs: ['left'],
  find(scene) {
    const { lineLeft, code } = scene;
    const word = BEFORE.exec(lineLeft)?.[0].trim() ?? null;
    // "See 131047" in Spanish and Portuguese.
    if (code.length >= 5 && /^[^\p{L}]?ver$/iu.test(word ?? '')) return null;
    // `left out of this version: 133010 (number not registered)`
    return word !== null && matter.find(scene) !== null ? null : word;
  },
};

export const examples: Examples = {
  yes: ['version ‹1005›', 'build ‹131047›', 'Release: ‹2000›'],
  no: [
    'left out of this version: 131026 (not on WhatsApp)',
    'plantilla: ver 131047',
    'conversion 131047',
    'error 131047',
    'subversive 2000',
  ],
};
