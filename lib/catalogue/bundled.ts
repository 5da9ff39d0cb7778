import { text } from 'virtual:catalogue';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { unpack } from './packed-catalogue.ts';

let opened: Catalogue | undefined;

/**
 * The one catalogue of the build, in a file that the background, the decoder and the pages of the extension share. Opened when it is
 * first asked for. Commands read it from `data/` with `readCatalogue` instead.
 */
export function bundledCatalogue(): Catalogue {
  opened ??= openCatalogue(unpack(JSON.parse(text)));
  return opened;
}
