import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { explain, type Question } from './explain.ts';

const catalogue = openCatalogue(readCatalogue());
const of = (question: Partial<Question>) => explain({ code: '1003', ...question }, catalogue);

describe('a number of a retired API that a live provider has too', () => {
  it.each(['app.chatwoot.com', 'app.respond.io'])(
    'is asked about on %s, which prints codes of many',
    (host) => {
      const { undecided, entry, others } = of({ host });
      const keys = [entry, ...others].map((each) => each?.key);
      expect(undecided).toBe('provider');
      expect(keys).toEqual(expect.arrayContaining(['meta/onprem/1003', 'gupshup/api/1003']));
    },
  );

  it.each<[string, Partial<Question>, string]>([
    ['the reader', { provider: 'gupshup' }, 'gupshup/api/1003'],
    ['the reader, who named the retired one', { provider: 'meta' }, 'meta/onprem/1003'],
    ['the words beside it', { nearby: '1003: Not a group participant' }, 'meta/onprem/1003'],
    ['the console of one that prints codes', { host: 'business.facebook.com' }, 'meta/onprem/1003'],
  ])('is decided by %s', (_, question, key) => {
    const found = of({ host: 'app.chatwoot.com', ...question });
    expect([found.entry?.key, found.undecided]).toEqual([key, null]);
  });

  it('is decided by what the engine read beside it', () => {
    const meanings = [
      { key: 'meta/onprem/1003', score: 8.6 },
      { key: 'gupshup/api/1003', score: 0 },
    ];
    expect(of({ host: 'app.chatwoot.com', meanings }).undecided).toBeNull();
  });
});
