import { text } from 'virtual:catalogue';
import { wordsNow } from '../language/translate.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { unpack } from './packed-catalogue.ts';
import { translated } from './translated.ts';

let opened: Catalogue | undefined;

/**
 * The one catalogue of the build, in a file that the background, the decoder and the pages of the extension share. Opened when it is
 * first asked for. Commands read it from `data/` with `readCatalogue` instead.
 */
export function bundledCatalogue(): Catalogue {
  opened ??= openCatalogue(unpack(JSON.parse(text)));
  return opened;
}

/** The same in the reader's language, once that is open. A search keeps to the English one, whose words its index is made of. */
export function translatedCatalogue(): Catalogue {
  const { entries } = wordsNow();
  const english = bundledCatalogue();
  return Object.keys(entries).length === 0 ? english : openCatalogue(translated(english, entries));
}
