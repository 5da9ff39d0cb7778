import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../../tests/fixtures/code-index.ts';
import { detect, isConfident } from './detect.ts';
import { RULES } from './rules.ts';

const CONTEXTS = [{}, { host: 'business.facebook.com' }, { header: 'Error code' }];

function expectMark(line: string, isCode: boolean, contexts = CONTEXTS): void {
  const start = line.indexOf('‹');
  const text = line.replace(/[‹›]/g, '');
  for (const context of contexts) {
    const hits = detect(text, testCodeIndex, context).filter(isConfident);
    expect(hits.some((hit) => hit.start === start)).toBe(isCode);
  }
}

describe.each(RULES.filter(({ examples }) => examples.length > 0))('$id', ({ examples, isCode }) => {
  it.each([...examples])('%s', (line) => expectMark(line, isCode));
});

describe('forms that need no rule', () => {
  it.each([
    ['GET /v21.0/1310471310470/messages ‹200› in 131 ms', false],
    ['"POST /webhook HTTP/1.1" ‹404› 131', false],
    ['["code"]=> string(‹10›) "1310470000"', false],
    ['array(‹4›) {', false],
    ['error=‹131047› ms=120', true],
    ['{"total": 135000, "result": ‹131047›, "limit": 10}', false],
    ['result=‹131047› sent ok', false],
    ['error ‹4› (API Too Many Calls)', true],
    ['Fehler ‹190›: Access token has expired', true],
    ['sender exited with status ‹131047›: Re-engagement message', true],
  ])('%s', (line, isCode) => expectMark(line, isCode));

  it.each(['Call (‹515›) 555 0100', '(‹470›) 555-0142', '(‹131›) 555.0142'])('outside a column: %s', (line) =>
    expectMark(line, false, CONTEXTS.slice(0, 2)),
  );
});
