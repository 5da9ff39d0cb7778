/** `case 131026 | 131030:`: behind a number the rest of its branch, others and the sign that ends them. A row of a table goes on otherwise. */
const FURTHER = /^["'`]?\s*\|\s*\d{1,7}(?:\s?\|\s?\d{1,7}){0,12}\s?(?::|->|=>|$)/;

export const hasFurtherNumbers = (lineRight: string): boolean => FURTHER.test(lineRight);
