import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAnswerView } from '../components/popup/answer.ts';
import { formatVerdictLine } from '../lib/answer/format/verdict-text.ts';
import {
  getBundledCatalogue,
  translateCatalogue,
} from '../lib/catalogue/bundled-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createExcerpt } from '../lib/catalogue/excerpt.ts';
import { findGuide } from '../lib/catalogue/find-guide.ts';
import { getSearch, mapToCatalogue } from '../lib/catalogue/search/search.ts';
import { takeNthByDay } from './by-day.ts';
import { answerEverywhere, shareSearches } from './surfaces.ts';

shareSearches();

const catalogue = getBundledCatalogue();
/**
 * Questions in people's own words, in six languages. `later` ones were written once the guides had search words, for a sample;
 * `unseen` ones by somebody who knew only the titles, and read once before search words were added; `fresh` ones were read
 * by nobody who wrote search words since; `threads` are mostly the words of public threads (`seen`), read once, without a change
 * for them. A code answers those without a guide.
 */
const all = readFileSync(
  join(import.meta.dirname, 'guide-questions.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(
    (line) =>
      JSON.parse(line) as {
        guide: string | null;
        language: string;
        text: string;
        set?: 'later' | 'unseen' | 'fresh' | 'threads';
      },
  );
const questions = all.filter(({ set }) => !set);

describe('trouble without a code', () => {
  it('has a guide as its first answer on every surface', () => {
    const wrong = questions.flatMap(({ guide, text }) => {
      const keys = answerEverywhere(text);
      return new Set(Object.values(keys)).size === 1 &&
        keys.typed === `meta/guides/${guide}`
        ? []
        : { text, ...keys };
    });
    expect(wrong).toEqual([]);
    expect(new Set(questions.map(({ guide }) => guide)).size).toBe(
      catalogue.guides.length,
    );
  });

  it('has a guide as its first answer for 99 of 100 questions that are written in it', () => {
    const { find } = getSearch(catalogue);
    const records = parse(
      readFileSync(join(import.meta.dirname, '../data/guides.yaml'), 'utf8'),
    ) as {
      id: string;
      asked: Record<string, string[]>;
    }[];
    const written = records.flatMap(({ id, asked }) =>
      Object.values(asked).flatMap((own) =>
        own.map((question) => ({ id, question })),
      ),
    );
    const questions = takeNthByDay(4, written);
    const wrong = questions.filter(
      ({ id, question }) =>
        find(question)[0]?.entry.key !== `meta/guides/${id}`,
    );
    expect(wrong.length / questions.length).toBeLessThanOrEqual(0.01);
  });

  it.each([
    ['later', 0.85],
    ['unseen', 0.85],
    ['fresh', 0.8],
    ['threads', 0.65],
  ])(
    'has a guide as its first answer for most %s questions, and a code where one answers',
    (name, minShare) => {
      const { find } = getSearch(catalogue);
      const own = all.filter(({ set }) => set === name);
      const [asked, ofCodes] = [
        own.filter(({ guide }) => guide),
        own.filter(({ guide }) => !guide),
      ];
      const isGuide = (text: string, code = '') =>
        find(text)[0]?.entry.key.startsWith(`meta/guides/${code}`) ?? false;
      const wrong = asked.filter(
        ({ guide, text }) => !isGuide(text, guide ?? ''),
      );
      const isSecond = ({ guide, text }: (typeof wrong)[number]) =>
        find(text)[1]?.entry.key === `meta/guides/${guide}`;
      console.info(
        `${name}: ${wrong.length} of ${asked.length} wrong, ${wrong.filter(isSecond).length} second`,
      );
      for (const { guide, text } of wrong)
        console.info(`${text}: not ${guide}`);
      expect(1 - wrong.length / asked.length).toBeGreaterThanOrEqual(minShare);
      const unseen = wrong.filter((one) => !isSecond(one));
      expect(1 - unseen.length / asked.length).toBeGreaterThanOrEqual(0.8);
      expect(
        ofCodes.filter(({ text }) => isGuide(text)).length,
      ).toBeLessThanOrEqual(ofCodes.length * 0.03);
    },
  );

  it.each([
    'template not approved',
    'display name rejected',
    'user blocked the business',
    'media upload error',
    'number pending 133010',
    '(#131026) message sent but never delivered',
  ])('"%s" is a code', (text) =>
    expect(answerEverywhere(text).typed).not.toMatch(/^meta\/guides\//),
  );
});

describe('a guide', () => {
  it.each(catalogue.guides.map(({ key }) => key))(
    '%s reaches the card of a frame',
    (key) => {
      const guide = catalogue.byKey.get(key);
      const { guides, sources } = createExcerpt([guide?.code ?? ''], catalogue);
      expect(guides).toEqual([guide]);
      expect(sources.map(({ id }) => id)).toEqual(
        expect.arrayContaining(guide?.claims.map(({ source }) => source) ?? []),
      );
    },
  );

  it('is shown in Spanish, title and steps, where it answers a Spanish question', () => {
    const path = join(
      import.meta.dirname,
      '../public/_locales/es/entries.json',
    );
    const spanish = createCatalogue(
      translateCatalogue(catalogue, JSON.parse(readFileSync(path, 'utf8'))),
    );
    const find = mapToCatalogue(getSearch(catalogue).find, spanish);
    const { groups } = createAnswerView(
      'se queda en un solo tick',
      null,
      null,
      {
        catalogue: spanish,
        find,
      },
    );
    const { title, steps, hasTranslatedTitle } =
      groups[0]?.rows[0]?.entry ?? {};
    expect(title).toBe('Enviado, pero no entregado (un solo tick)');
    expect(hasTranslatedTitle).toBe(true);
    expect(steps?.[3]).toEqual({
      do: 'El cliente te escribe. Si tu respuesta recibe entonces dos ticks, el número funciona.',
      who: 'customer',
    });
  });

  it('is no entry: neither counted nor detected', () =>
    expect(catalogue.entries.filter(({ api }) => api === 'guides')).toEqual(
      [],
    ));

  it('is to be checked, and is the turn of somebody else only if that of all its codes is', () => {
    const odd = catalogue.guides.filter(
      ({ verdict: { turn }, related = [] }) => {
        const turns = related.map(
          ({ key }) => catalogue.byKey.get(key)?.verdict.turn,
        );
        return turn !== 'you' && turns.some((other) => other !== turn);
      },
    );
    expect(odd.map(({ key }) => key)).toEqual([]);
    const lines = catalogue.guides.map(
      (guide) => formatVerdictLine(guide, catalogue).line,
    );
    expect(new Set(lines)).toEqual(new Set(['Check by hand']));
  });

  it('has four to seven steps, and says what Meta never tells', () => {
    const odd = catalogue.guides.filter(
      ({ steps = [] }) => steps.length < 4 || steps.length > 7,
    );
    expect(odd.map(({ key }) => key)).toEqual([]);
  });
});

it('takes no number of the catalogue for a question', () => {
  const numbers = catalogue.entries
    .map(({ code }) => code)
    .filter((code) => /^\d+$/.test(code));

  expect(numbers.length).toBeGreaterThan(500);
  expect(numbers.filter((code) => findGuide(code, [], catalogue))).toEqual([]);
});
