import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import type { Answer } from '../lib/answer/answer.ts';
import { answerText } from '../lib/answer/answer-text.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';

const catalogue = createCatalogue(readCatalogue());
const answerQuestion = (text: string): Answer =>
  answerText(text, { catalogue });

/** A public text of an unofficial tool, with the entry and verdict that it must get; phone numbers and ids are invented. */
interface Printed {
  kind: 'messages' | 'connections' | 'sessions';
  /** Thread or source file. */
  from: string;
  text: string;
  entry: string;
  verdict: string;
}
/** A text of Meta or an HTTP server, with its first entry, or null if no entry may be found. */
interface Other {
  kind: 'others';
  text: string;
  entry: string | null;
}

const lines = readFileSync(
  join(import.meta.dirname, 'whatsapp-web.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line): Printed | Other => JSON.parse(line));
const printed = lines.filter((line) => line.kind !== 'others');
const others = lines.filter((line) => line.kind === 'others');

describe('what unofficial tools print', () => {
  it.each(printed)(
    'of their $kind: $from: $text',
    ({ text, entry, verdict }) => {
      const { entries, findings } = answerQuestion(text);
      const [first] = entries;
      expect(first?.key).toBe(`whatsapp-web/${entry}`);
      expect(`${first?.verdict.turn} ${first?.verdict.retry}`).toBe(verdict);
      const foreign = findings.filter(
        (one) => one.entry && one.entry.provider !== 'whatsapp-web',
      );
      expect(foreign.map((one) => one.entry?.key)).toEqual([]);
    },
  );

  it('is tested with at least sixty texts', () =>
    expect(printed.length).toBeGreaterThanOrEqual(60));
});

describe('until the provider is certain', () => {
  it.each([
    '463',
    'error 463',
    'erro 463 ao enviar mensagem',
    'WhatsApp error 463',
  ])('shows both meanings of "%s"', (text) => {
    const keys = answerQuestion(text).entries.map(({ key }) => key);
    expect(keys).toContain('whatsapp-web/message/463');
    expect(keys).toContain('meta/graph/190.463');
  });

  it.each([
    ['515', 'connection/515'],
    ['440', 'connection/440'],
    ['479', 'message/479'],
  ])('knows %s, which nobody else has', (code, entry) => {
    expect(answerQuestion(code).entries[0]?.key).toBe(`whatsapp-web/${entry}`);
  });
});

describe('what Meta and HTTP servers print', () => {
  it.each(others)('$text', ({ text, entry }) => {
    const { entries, guessed } = answerQuestion(text);
    const found = guessed ? [] : entries;
    expect(
      found
        .filter(({ provider }) => provider === 'whatsapp-web')
        .map(({ key }) => key),
    ).toEqual([]);
    if (entry !== null) expect(found[0]?.key).toBe(entry);
  });

  it('is tested with at least thirty texts', () =>
    expect(others.length).toBeGreaterThanOrEqual(30));
});
