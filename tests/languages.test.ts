import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import type { Entry } from '../data/schema.ts';
import { explain } from '../lib/answer/explain/explain.ts';
import { translateCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import {
  findNearestLanguage,
  getMessagesPath,
  LANGUAGE_CODES,
} from '../lib/core/i18n/languages.ts';
import {
  ENGLISH_LOCALE,
  getMessageName,
  type Messages,
  setLocale,
  type TranslatedEntries,
  t,
  tPlural,
  withEnglish,
} from '../lib/core/i18n/translate.ts';
import {
  collectInterfaceTexts,
  getExpectedMessages,
  hashEntryTexts,
} from './interface-texts.ts';

const ROOT = join(import.meta.dirname, '..');
const found = collectInterfaceTexts();

const catalogue = createCatalogue(readCatalogue());

function readTranslation(
  language: (typeof LANGUAGE_CODES)[number],
  file: 'messages' | 'entries',
) {
  return JSON.parse(
    readFileSync(join(ROOT, 'public', getMessagesPath(language, file)), 'utf8'),
  );
}
const readMessages = (language: (typeof LANGUAGE_CODES)[number]): Messages =>
  readTranslation(language, 'messages');
const getPlaceholders = (text: string) =>
  [...new Set(text.match(/\$\d/g))].sort();

test('every interface text can be extracted from the source', () => {
  expect(found.unclear).toEqual([]);
  expect(found.texts.size).toBeGreaterThan(100);
});

test('no two texts have the same key', () => {
  const all = [...found.texts, ...found.counted.keys()];
  const byName = Map.groupBy(
    new Set(all.map((text) => text.replaceAll('’', "'"))),
    (text) => getMessageName(text).toLowerCase(),
  );
  expect([...byName.values()].filter((same) => same.length > 1)).toEqual([]);
});

test('the English texts are those of the source: `vitest -u` writes them', () =>
  expect(
    `${JSON.stringify(getExpectedMessages(found, 'en'), null, 2)}\n`,
  ).toMatchFileSnapshot(
    join(ROOT, 'public', getMessagesPath('en', 'messages')),
  ));

test('Portuguese names a company with its article', () => {
  const texts = Object.values(readMessages('pt-BR')).map(({ message }) =>
    message.replace(/\$\d/g, 'Meta'),
  );
  expect(
    texts.filter((text) => /(?<!\b[Aa] )\bMeta não diz/.test(text)),
  ).toEqual([]);
});

describe.each(LANGUAGE_CODES.filter((code) => code !== 'en'))(
  '%s',
  (language) => {
    const expected = getExpectedMessages(found, language);

    test('has exactly the keys of English', () =>
      expect(Object.keys(readMessages(language)).sort()).toEqual(
        Object.keys(expected).sort(),
      ));

    test('has the placeholders of the English text, except in plural forms that are the number itself', () => {
      const wrong = Object.entries(readMessages(language)).filter(
        ([name, { message }]) => {
          const wanted = getPlaceholders(expected[name]?.message ?? '');
          const isForm = /_(zero|one|two)$/.test(name);
          return !wanted.every(
            (one) => message.includes(one) || (isForm && one === '$1'),
          );
        },
      );
      expect(wrong).toEqual([]);
    });
  },
);

test('Arabic uses the dual without the number', () => {
  const counted = Object.entries(readMessages('ar')).filter(([name]) =>
    name.endsWith('_two'),
  );
  expect(counted.length).toBeGreaterThan(20);
  expect(
    counted.filter(([, { message }]) => /\$1 (?!من)/.test(message)),
  ).toEqual([]);
  expect(
    readMessages('ar')['1_online_sources_get_this_wrong_two']?.message,
  ).toContain('قائمتان');
});

/** The number of most common codes, which must be translated, as all guides and states of a field are. */
const MET = 60;

test.each(LANGUAGE_CODES.filter((code) => code !== 'en'))(
  'the codes met most, guides and states are translated into %s, from what is said of them now',
  (language) => {
    const entries: TranslatedEntries = readTranslation(language, 'entries');
    const met = catalogue.mostCommon.slice(0, MET);
    const states = catalogue.stateFields.flatMap(({ values }) => values);
    const wanted = [...met, ...catalogue.guides, ...states].map(
      ({ key }) => key,
    );
    expect(wanted.filter((key) => !entries[key])).toEqual([]);
    const titled = Object.keys(entries).filter((key) => entries[key]?.title);
    const ours = [...catalogue.guides, ...states].map(({ key }) => key);
    const isCode = new Set(met.map(({ key }) => key));
    expect(titled.sort()).toEqual(
      [...new Set(ours)].filter((key) => !isCode.has(key)).sort(),
    );
    const stale = Object.entries(entries).filter(
      ([key, { of, steps = [], causes = [] }]) => {
        const entry = catalogue.byKey.get(key);
        const hasSameForm =
          steps.length === (entry?.steps ?? []).length &&
          causes.map((cause) => 'do' in cause).join() ===
            (entry?.causes ?? []).map((cause) => 'do' in cause).join();
        return !entry || of !== hashEntryTexts(entry) || !hasSameForm;
      },
    );
    // The hashes to store as `of` after the entries have been translated again.
    expect(
      stale.map(
        ([key]) =>
          `${key}: ${catalogue.byKey.get(key) && hashEntryTexts(catalogue.byKey.get(key) as Entry)}`,
      ),
    ).toEqual([]);
  },
);

test('a ticket in another language has the English remedy of a proven cause', () => {
  const translated = createCatalogue(
    translateCatalogue(catalogue, readTranslation('es', 'entries')),
  );
  const proven = catalogue.mostCommon.flatMap(({ key }) => {
    const { code, provider, examples = [] } = catalogue.byKey.get(key) ?? {};
    return code
      ? examples.flatMap(({ text, cause }) =>
          cause ? { code, provider, nearby: text } : [],
        )
      : [];
  });
  expect(proven.length).toBeGreaterThan(3);
  for (const question of proven) {
    const [ours, english] = [translated, catalogue].map(
      (own) => explain(question, own).entry,
    );
    expect(ours?.english?.steps, question.nearby).toEqual(english?.steps);
  }
});

/** Attributes with text that a person sees or hears. */
const SAID =
  /^(title|alt|placeholder|label|lead|summary|aria-(label|description|valuetext|roledescription))$/;

test('no text is hard-coded', () => {
  // The static site is in English only.
  const files = execFileSync(
    'git',
    ['ls-files', 'components', ':!components/site'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const fixed = files.split('\n').flatMap((file) => {
    if (
      !/\.tsx$/.test(file) ||
      /\.test\.|fixture/.test(file) ||
      !existsSync(join(ROOT, file))
    )
      return [];
    const source = ts.createSourceFile(
      file,
      readFileSync(join(ROOT, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const texts: string[] = [];
    const visitNode = (node: ts.Node): void => {
      if (ts.isJsxText(node)) texts.push(node.text);
      if (
        ts.isJsxAttribute(node) &&
        SAID.test(node.name.getText()) &&
        node.initializer
      )
        if (ts.isStringLiteral(node.initializer))
          texts.push(node.initializer.text);
      ts.forEachChild(node, visitNode);
    };
    visitNode(source);
    return texts
      .filter((text) => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim()))
      .map((text) => `${file}: ${text.trim()}`);
  });
  expect(fixed).toEqual([]);
});

/** Names that are the same in every language. */
const NAMES = new Set(['Errata', 'Markdown', 'JSON', 'CSV', '↑↓']);

describe('a text', () => {
  afterEach(() => setLocale(ENGLISH_LOCALE));

  test('falls back to English, with its values', () => {
    expect(t('$1 of $2', 3, '7')).toBe('3 of 7');
    expect(tPlural(1_200, '$1 code of $2', '$1 codes of $2', 'Meta')).toBe(
      '1,200 codes of Meta',
    );
    expect(tPlural(1, '$1 code', '$1 codes')).toBe('1 code');
    setLocale({ ...ENGLISH_LOCALE, language: 'ar' });
    expect(t('Undo')).toBe('Undo');
  });

  test('uses the chosen language and its plural forms, and English for a support desk', () => {
    setLocale({
      language: 'ar',
      entries: {},
      messages: {
        Undo: { message: 'تراجع' },
        '1_codes_two': { message: 'رمزان' },
        '1_codes_other': { message: '$1 رمز' },
      },
    });
    expect(t('Undo')).toBe('تراجع');
    expect(tPlural(2, '$1 code', '$1 codes')).toBe('رمزان');
    expect(withEnglish(() => t('Undo'))).toBe('Undo');
    expect(t('Undo')).toBe('تراجع');
  });

  test.each([
    [['pt-PT', 'en'], 'pt-BR'],
    [['de', 'es-MX'], 'es'],
    [['fr'], 'en'],
    [['en-IN', 'hi'], 'en'],
  ])('%j is answered in %s', (preferred, language) =>
    expect(findNearestLanguage(preferred)).toBe(language),
  );
});
