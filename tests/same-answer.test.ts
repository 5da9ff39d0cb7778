import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCatalogue } from '../build/read-catalogue.ts';
import { answerArguments } from '../cli/explain/answer-arguments.ts';
import { toAnswerJson } from '../cli/explain/print-json.ts';
import { explain } from '../cli/npm/index.ts';
import { createAnswerView } from '../components/popup/answer-paste.ts';
import { createPasted } from '../components/popup/pasted.ts';
import { answerQuestion, getSoleFinding, mergeAnswers } from '../lib/answer/answer.ts';
import { answerSelection } from '../lib/answer/answer-selection.ts';
import { answerText, readText } from '../lib/answer/answer-text.ts';
import { isText } from '../lib/answer/text-form.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { getSearch } from '../lib/catalogue/search.ts';
import { takeNthByDay } from './by-day.ts';

const catalogue = createCatalogue(readCatalogue());
const setting = { catalogue, find: getSearch(catalogue).find };
const queries = parse(readFileSync(join(import.meta.dirname, 'search-queries.yaml'), 'utf8')) as readonly {
  query: string;
  first: readonly string[];
}[];

/** Returns the key of the first entry that the popup shows, and whether it is only offered. */
function showInPopup(text: string, isPasted: boolean): string | null {
  const isRead = isText(text);
  const sole = isPasted && !isRead ? getSoleFinding(answerQuestion(text, setting)) : null;
  if (sole) return sole.entry?.key ?? null;
  const report = isRead && [...readText(text, catalogue, {})].at(-1)?.report();
  const pasted = isPasted && isRead ? createPasted(text) : null;
  const reading = report ? ({ state: 'done', done: 1, report } as const) : null;
  const [group] = createAnswerView(text, pasted, reading, setting).groups;
  return group?.id === 'neighbours' ? null : (group?.rows.find(({ key }) => key)?.key ?? null);
}

/** Returns the key of the first entry that each surface gives for a text. */
const SURFACES: Readonly<Record<string, (text: string) => string | null>> = {
  typed: (text) => showInPopup(text, false),
  pasted: (text) => showInPopup(text, true),
  menu: (text) => answerSelection(text, { asked: true }, catalogue)[0]?.meanings[0]?.key ?? null,
  command: (text) =>
    toAnswerJson(mergeAnswers(answerArguments([text], { catalogue })), catalogue).found[0]?.key ?? null,
  npm(text) {
    const { findings, suggestions } = explain(text);
    const isNear = answerText(text, { catalogue }).entries.length === 0;
    return findings.find(({ entry }) => entry)?.entry?.key ?? (isNear ? null : (suggestions[0]?.key ?? null));
  },
};

function answerEverywhere(text: string) {
  return Object.fromEntries(Object.entries(SURFACES).map(([name, answer]) => [name, answer(text)]));
}

describe('all surfaces', () => {
  it('give the same first answer to every labelled query, nearly always the right one', () => {
    const answers = queries.map(({ query, first }) => ({ query, first, keys: answerEverywhere(query) }));
    const differing = answers.filter(({ keys }) => new Set(Object.values(keys)).size > 1);
    expect(differing).toEqual([]);
    const right = answers.filter(({ keys, first }) => first.includes(keys.typed ?? ''));
    console.info(`right of ${queries.length}: ${right.length}`);
    expect(right.length).toBeGreaterThanOrEqual(1_090);
  });

  it('give the same first meaning of a code', () => {
    const codes = takeNthByDay(12, [...new Set(catalogue.entries.map(({ code }) => code))]);
    expect(codes.length).toBeGreaterThan(75);
    const differing = codes
      .map((code) => ({ code, ...answerEverywhere(code) }))
      .filter(({ code: _, ...keys }) => new Set(Object.values(keys)).size > 1);
    expect(differing).toEqual([]);
  });
});
