/*
 * What the two filters of a page share. Strings, so that each is compiled only where it is needed.
 */

/** Next to these, an unknown number may be a code, and an everyday word a symbol. */
export const CODE_CUES = '#|code|reason|error';
/** Matches a text that is only a phone number: `+55 11 5550 0123`. */
export const PHONE_NUMBER = '^\\s*\\+\\d(?:[\\d().-]|[^\\S\\n]){9,20}$';
/** Maximum length of a text with a state, including the lines around it. */
export const MAX_STATE_UNITS = 120;
/** Groups of three digits, or as India writes them, and decimals that say nothing. */
export const GROUPS =
  "\\d{1,3}(?:([.,'’٬ \\xa0\\u2009\\u202f])\\d{3}(?:\\1\\d{3})?|(?:,\\d\\d){1,2},\\d{3})(?:[.,]0{1,3})?(?![\\d.,'’])";
