import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { answerText } from '../cli/explain/answer.ts';
import { answerQuery, findDirectAnswer, type Reference } from '../components/popup/answer.ts';
import { answerPaste } from '../components/popup/answer-paste.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createSearch } from '../lib/catalogue/search.ts';
import { decodePaste } from '../lib/paste/decode-paste.ts';
import { takeNthByDay } from './by-day.ts';

const catalogue = createCatalogue(readCatalogue());
const search = createSearch(catalogue);
const reference: Reference = { catalogue, find: search.find };
const answerByCommand = (text: string) => answerText(text, { catalogue }).entries[0]?.key ?? null;

describe('the command line and the popup', () => {
  it('give the same first meaning of a code', () => {
    const codes = takeNthByDay(12, [...new Set(catalogue.entries.map(({ code }) => code))]);
    expect(codes.length).toBeGreaterThan(75);
    const apart = codes
      .map((code) => ({
        code,
        popup: findDirectAnswer(reference, code, {})?.entry?.key ?? null,
        command: answerByCommand(code),
      }))
      .filter(({ popup, command }) => popup !== command);
    expect(apart).toEqual([]);
  });

  it.each([
    'outside window',
    'number not on whatsapp',
    'template paused',
    'billing',
    'token expired',
    'fora da janela',
  ])('find the same first entry for "%s"', (words) => {
    const [group] = answerQuery(reference, words, {}).groups;
    expect(answerByCommand(words)).toBe(group?.rows[0]?.key);
    expect(answerByCommand(words)).not.toBeNull();
  });

  it.each([
    '{"errors":[{"code":131026,"title":"Message undeliverable"},{"code":131047}]}',
    '(#131056) (Business Account, Consumer Account) pair rate limit hit',
    '{"error":{"code":"TOO_MANY_REQUESTS","whatsappApiError":{"code":"131056"}}}',
  ])('read the same codes out of %s', (text) => {
    const report = { findings: decodePaste(text, catalogue), syntaxError: null, droppedCount: 0 };
    const rows = answerPaste({ state: 'done', done: 1, report }, reference).groups.flatMap(
      (group) => group.rows,
    );
    expect(answerText(text, { catalogue }).findings.map(({ code }) => code)).toEqual(
      rows.map(({ code }) => code),
    );
  });

  it.each(['131999', 'qwertzuiop', 'order 470 has 3 items'])(
    'answer "%s" with nothing rather than a guess',
    (text) => {
      expect(answerByCommand(text)).toBeNull();
      expect(findDirectAnswer(reference, text, {})).toBeNull();
    },
  );
});
