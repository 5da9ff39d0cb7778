/** Removes control characters, except white space, and those that change the direction of text: with them, a text can look like another. */
export const stripControls = (text: string): string => text.replace(/(?!\s)[\p{Cc}\p{Bidi_C}]/gu, '');
