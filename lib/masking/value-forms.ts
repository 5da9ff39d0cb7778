import table from '../../data/private-forms.json' with { type: 'json' };
import { compileForms } from '../structure/notations.ts';
import { expandForm } from './form-table.ts';

/** Forms of values and of what is around them. */
export const FORMS = compileForms(table.values, expandForm);
