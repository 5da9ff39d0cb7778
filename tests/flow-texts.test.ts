import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { decodePaste } from './fixtures/decode-paste.ts';

interface FlowText {
  text: string;
  /** Null for a sentence that two codes share. */
  code: string | null;
}

/** Sentences of Meta's tables of Flow errors, with invented values, one of each code or kind. */
const texts: readonly FlowText[] = readFileSync(
  join(import.meta.dirname, 'flow-texts.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const catalogue = getBundledCatalogue();
const findCodes = (text: string) =>
  decodePaste(text, catalogue).map(({ entry }) => entry?.code);

describe('a sentence of the Flow validator without its code', () => {
  it('leads to its code', () => {
    const own = texts.filter(({ code }) => code);
    const missed = own.filter(
      ({ text, code }) => findCodes(text).join() !== code,
    );
    expect(missed.map(({ text }) => text)).toEqual([
      // Three words, which other parsers print as well.
      'Missing closing parenthesis.',
    ]);
    expect(own.length).toBeGreaterThan(90);
  });

  it('has no answer if two codes share it', () => {
    const shared = texts.filter(({ code }) => !code);
    expect(shared.flatMap(({ text }) => findCodes(text))).toEqual([]);
    expect(shared.length).toBeGreaterThan(1);
  });

  it('is found among other lines, with its values in the meaning', () => {
    const log =
      "Validation failed:\n - Expected property 'enabled' to be of type 'boolean' but found 'string'.\n - done";
    const [found] = decodePaste(log, catalogue);
    expect(found?.entry?.code).toBe('INVALID_PROPERTY_TYPE');
    expect(found?.detail?.meaning).toBe(
      'The value of enabled is of type string, but has to be of type boolean.',
    );
  });
});
