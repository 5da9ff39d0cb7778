import { text } from 'virtual:catalogue';
import { wordsNow } from '../language/translate.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { unpack } from './packed-catalogue.ts';
import { translated } from './translated.ts';

let opened: Catalogue | undefined;

/**
 * Returns the catalogue bundled in the build, parsed on first use. The background, the decoder and the extension pages
 * load it from one shared file. Command-line scripts use `readCatalogue`, which reads `data/`.
 */
export function bundledCatalogue(): Catalogue {
  opened ??= openCatalogue(unpack(JSON.parse(text)));
  return opened;
}

/**
 * Returns the bundled catalogue in the reader's language if its translation is loaded, else in English. Search uses the
 * English catalogue because its index contains English words.
 */
export function translatedCatalogue(): Catalogue {
  const { entries } = wordsNow();
  const english = bundledCatalogue();
  return Object.keys(entries).length === 0 ? english : openCatalogue(translated(english, entries));
}
