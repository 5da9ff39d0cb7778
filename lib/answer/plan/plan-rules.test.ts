import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import table from '../../../data/plan-rules.json' with { type: 'json' };
import {
  type Fact,
  findPlanRule,
  getRulePlan,
  PLAN_RULES,
  REASONS,
  type Stage,
} from './plan-rules.ts';

const stages = Object.entries(PLAN_RULES);
const rules = stages.flatMap(([, own]) => own);
const facts: Readonly<Record<string, readonly string[] | string>> = table.facts;

describe('the table of rules', () => {
  it('names each rule once in its stage, and says why it holds', () => {
    for (const [stage, own] of stages) {
      const names = own.map(({ name }) => name);
      expect(new Set(names).size, stage).toBe(names.length);
      for (const { because } of own) expect(because).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('asks only for facts and values that it lists', () => {
    const wrong = rules.flatMap(({ name, when }) =>
      Object.entries(when).flatMap(([fact, wanted]) => {
        const known = facts[fact] ?? [];
        const isCount = known === 'count' && typeof wanted === 'number';
        const isListed =
          Array.isArray(wanted) &&
          wanted.every((value) => known.includes(value));
        return isCount || isListed ? [] : [`${name}: ${fact}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('gives each rule the ID of a source, or says that the rule is of this project', () => {
    const sources = new Set(readCatalogue().sources.map(({ id }) => id));
    const unknown = rules.filter(
      ({ source }) =>
        !['entry', 'errata'].includes(source) && !sources.has(source),
    );
    expect(unknown).toEqual([]);
  });

  it('uses every reason', () => {
    const used = new Set(rules.flatMap(({ reason }) => reason ?? []));
    expect([...used].sort()).toEqual([...REASONS].sort());
  });

  it('can reach each rule', () => {
    const unreachable = stages.flatMap(([stage, own]) =>
      own.flatMap((rule) => {
        const wanted = Object.entries(rule.when).map(([fact, value]) => [
          fact,
          typeof value === 'number' ? value : value[0],
        ]);
        const found = findPlanRule(stage as Stage, Object.fromEntries(wanted));
        return found === rule ? [] : [`${stage}: ${rule.name}`];
      }),
    );
    expect(unreachable).toEqual([]);
  });

  it('applies no rule to an unknown fact', () => {
    for (const [stage] of stages)
      expect(findPlanRule(stage as Stage, {})).toBeUndefined();
  });
});

it('reads a plan from the fact that a rule names', () => {
  const known: Partial<Record<Fact, string>> = {
    code_plan: 'slowly',
    pause: 'over',
    after_pause: 'check',
  };
  const rule = findPlanRule('failure', known);
  expect(rule?.name).toBe('over');
  expect(rule && getRulePlan(rule, known)).toBe('check');
});
