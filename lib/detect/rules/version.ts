import type { Examples, Rule } from '../rule.ts';

const BEFORE =
  /(?:^|[^\p{L}])(?:v|ver|version|versão|versión|release|build|rev|chrome|android|ios|python|node)[\s:.="']{0,3}$/iu;

/** A version or a build. */
export const rule: Rule = {
  id: 'version',
  family: 'against',
  weight: -4.5,
  needs: ['left'],
  find({ lineLeft }) {
    return BEFORE.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['version ‹1005›', 'build ‹131047›', 'Release: ‹2000›'],
  no: ['conversion 131047', 'error 131047', 'subversive 2000'],
};
