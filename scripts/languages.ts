// `npm run languages`: writes the English texts of the interface to public/_locales/en, and tells what other languages lack.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedMessages, interfaceTexts } from '../build/interface-texts.ts';
import { LANGUAGE_CODES, wordsPath } from '../lib/language/languages.ts';
import type { Messages } from '../lib/language/translate.ts';
import { ROOT } from './run.ts';

const found = interfaceTexts();
for (const language of LANGUAGE_CODES) {
  const path = join(ROOT, 'public', wordsPath(language, 'messages'));
  const expected = expectedMessages(found, language);
  if (language === 'en') {
    writeFileSync(path, `${JSON.stringify(expected, null, 2)}\n`);
    continue;
  }
  const has: Messages = JSON.parse(readFileSync(path, 'utf8'));
  const missing = Object.keys(expected).filter((name) => !(name in has));
  const stale = Object.keys(has).filter((name) => !(name in expected));
  const list = (what: string, names: readonly string[]) =>
    names.length > 0 ? `\n  ${what}: ${names.join(', ')}` : '';
  console.log(
    `${language}: ${missing.length + stale.length === 0 ? 'whole' : ''}${list('missing', missing)}${list('no longer used', stale)}`,
  );
}
