import { text } from 'virtual:catalogue';
import { getCurrentLocale } from '../i18n/translate.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { unpackCatalogue } from './packed-catalogue.ts';
import { translateCatalogue } from './translate-catalogue.ts';

let opened: Catalogue | undefined;

/**
 * Returns the catalogue bundled in the build, parsed on first use. The background, the decoder and the extension pages
 * load it from one shared file. Command-line scripts use `readCatalogue`, which reads `data/`.
 */
export function getBundledCatalogue(): Catalogue {
  opened ??= createCatalogue(unpackCatalogue(JSON.parse(text)));
  return opened;
}

/**
 * Returns the bundled catalogue in the user's language if its translation is loaded, else in English. Search uses the
 * English catalogue because its index contains English words.
 */
export function getTranslatedCatalogue(): Catalogue {
  const { entries } = getCurrentLocale();
  const english = getBundledCatalogue();
  return Object.keys(entries).length === 0 ? english : createCatalogue(translateCatalogue(english, entries));
}
