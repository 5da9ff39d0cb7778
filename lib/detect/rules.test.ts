import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCandidates } from './candidates.ts';
import { asciiDigits } from './digits.ts';
import { bitsOf } from './facts.ts';
import { lexiconOf } from './lexicon.ts';
import { sceneOf } from './place.ts';
import { readingOf } from './reading.ts';
import type { Examples, Rule } from './rule.ts';
import { FOR, RULES } from './rules/index.ts';
import { AGAINST } from './rules/index-against.ts';
import { noStems } from './stems.ts';
import { testIndex } from './test-index.ts';

const modules = import.meta.glob<{ rule?: Rule; examples?: Examples }>('./rules/*.ts', { eager: true });
const files = Object.entries(modules).filter(([name]) => !name.includes('/index'));
const lexicon = lexiconOf(testIndex);

/** Offsets of the candidates for which a rule holds. */
function found(
  rule: Rule,
  text: string,
  { host, nearby, header, label, asked }: Partial<Examples> = {},
): [number, number][] {
  const ascii = asciiDigits(text);
  const stems = noStems();
  const candidates = findCandidates(ascii, lexicon, stems);
  const reading = readingOf(
    ascii,
    {
      ...(host && { host }),
      ...(nearby && { nearby }),
      ...(header && { header }),
      ...(label && { label }),
      ...(asked && { asked }),
    },
    lexicon,
    stems,
  );
  return candidates
    .filter((candidate) => {
      const scene = sceneOf(candidate, reading);
      const holds = rule.find(scene) !== null;
      // A rule that names too many needs would never be asked.
      const needs = bitsOf(rule.needs ?? []);
      if (holds) expect(scene.facts & needs).toBe(needs);
      return holds;
    })
    .map(({ start, end }) => [start, end]);
}

describe.each(files)('%s', (_, { rule, examples }) => {
  if (!rule || !examples) throw new TypeError('a rule file exports `rule` and `examples`');

  it('is registered and has examples enough', () => {
    expect(rule.family === 'against' ? AGAINST : FOR).toContain(rule);
    expect(examples.yes.length).toBeGreaterThanOrEqual(3);
    expect(examples.no.length).toBeGreaterThanOrEqual(3);
    expect(rule.weight < 0).toBe(rule.family === 'against');
  });

  it.each(examples.yes)('holds for the marked code in %s', (line) => {
    const text = line.replace(/[‹›]/g, '');
    expect(found(rule, text, examples)).toContainEqual([line.indexOf('‹'), line.indexOf('›') - 1]);
  });

  it.each(examples.no)('holds nowhere in %s', (line) => {
    expect(found(rule, line, examples)).toEqual([]);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        found(rule, `${text} error 131047 ${text}`);
      }),
      { numRuns: 30 },
    );
  });
});

it('gives every rule an id of its own', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
