import type { Family } from '../lib/detect/rule.ts';
import { RULES } from '../lib/detect/rules/index.ts';

const families = new Map<string, Family>(RULES.map(({ id, family }) => [id, family]));

/** The family that evidence belongs to, by the rule it names; what is no rule's is company's, or was learnt. */
export const familyOf = (rule: string): Family =>
  families.get(rule) ?? (rule === 'learnt' ? 'learnt' : 'company');
