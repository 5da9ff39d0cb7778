import { text } from 'virtual:catalogue';
import { getCurrentLocale } from '../i18n/translate.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type OwnCode, withOwnCodes } from './own-codes.ts';
import { unpackCatalogue } from './packed-catalogue.ts';
import { translateCatalogue } from './translate-catalogue.ts';

let opened: Catalogue | undefined;
/** The last one with own codes, which rarely change. */
let extended: { own: string; catalogue: Catalogue } | undefined;

/**
 * Returns the catalogue bundled in the build, parsed on first use. The background, the decoder and the extension pages
 * load it from one shared file. Command-line scripts use `readCatalogue`, which reads `data/`.
 *
 * @param codes The team's own codes to add.
 */
export function getBundledCatalogue(codes: readonly OwnCode[] = []): Catalogue {
  opened ??= createCatalogue(unpackCatalogue(JSON.parse(text)));
  if (codes.length === 0) return opened;
  const own = JSON.stringify(codes);
  if (extended?.own !== own) extended = { own, catalogue: createCatalogue(withOwnCodes(opened, codes)) };
  return extended.catalogue;
}

/**
 * Returns the bundled catalogue in the user's language if its translation is loaded, else in English. Search uses the
 * English catalogue because its index contains English words.
 */
export function getTranslatedCatalogue(codes: readonly OwnCode[] = []): Catalogue {
  const { entries } = getCurrentLocale();
  const english = getBundledCatalogue(codes);
  return Object.keys(entries).length === 0 ? english : createCatalogue(translateCatalogue(english, entries));
}
