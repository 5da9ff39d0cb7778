import type { Examples, Rule } from '../rule.ts';

const BEFORE =
  /(?:^|[^\p{L}])(?:v|ver|version|versão|versión|release|build|rev|chrome|android|ios|python|node)[\s:.="']{0,3}$/iu;

/** A version or a build. */
export const rule: Rule = {
  id: 'version',
  family: 'against',
  weight: -4.5,
  needs: ['left'],
  find({ lineLeft, code }) {
    const word = BEFORE.exec(lineLeft)?.[0].trim() ?? null;
    // "See 131047" in Spanish and Portuguese.
    return code.length >= 5 && /^[^\p{L}]?ver$/iu.test(word ?? '') ? null : word;
  },
};

export const examples: Examples = {
  yes: ['version ‹1005›', 'build ‹131047›', 'Release: ‹2000›'],
  no: ['plantilla: ver 131047', 'conversion 131047', 'error 131047', 'subversive 2000'],
};
