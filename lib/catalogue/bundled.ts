import data from 'virtual:catalogue';
import { openCatalogue } from './catalogue.ts';

/** The one catalogue of the build. Commands read it from `data/` with `readCatalogue` instead. */
export const catalogue = openCatalogue(data);
