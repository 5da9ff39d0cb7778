import data, { text } from 'virtual:catalogue';
import { openCatalogue } from './catalogue.ts';

/** The one catalogue of the build. Commands read it from `data/` with `readCatalogue` instead. */
export const catalogue = openCatalogue(data);

/** Its data as JSON: what a worker opens, so that the build holds the catalogue once. */
export const catalogueText = text;
