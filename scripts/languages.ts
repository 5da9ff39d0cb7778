// `npm run languages`: writes the English texts of the interface to public/_locales/en, and tells what other languages lack.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedMessages, fingerprintOf, interfaceTexts } from '../build/interface-texts.ts';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';
import { LANGUAGE_CODES, type Language, wordsPath } from '../lib/language/languages.ts';
import type { TranslatedEntries } from '../lib/language/translate.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { ROOT } from './run.ts';

const { byKey } = openCatalogue(catalogueOrExit());
const found = interfaceTexts();
const pathOf = (language: Language, file: 'messages' | 'entries') =>
  join(ROOT, 'public', wordsPath(language, file));
const read = (language: Language, file: 'messages' | 'entries') =>
  JSON.parse(readFileSync(pathOf(language, file), 'utf8'));

const english = `${JSON.stringify(expectedMessages(found, 'en'), null, 2)}\n`;
writeFileSync(pathOf('en', 'messages'), english);

for (const language of LANGUAGE_CODES.filter((code) => code !== 'en')) {
  const expected = Object.keys(expectedMessages(found, language));
  const has = Object.keys(read(language, 'messages'));
  const entries: TranslatedEntries = read(language, 'entries');
  const changed = Object.entries(entries).flatMap(([key, { of }]) => {
    const entry = byKey.get(key);
    const now = entry && fingerprintOf(entry);
    return now === of ? [] : [`${key} is now ${now ?? 'gone'}`];
  });
  console.log(language);
  for (const name of expected.filter((one) => !has.includes(one))) console.log(`  missing: ${name}`);
  for (const name of has.filter((one) => !expected.includes(one))) console.log(`  no longer said: ${name}`);
  for (const entry of changed) console.log(`  changed: ${entry}`);
}
