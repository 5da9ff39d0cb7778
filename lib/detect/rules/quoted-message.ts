import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { metWith } from './met.ts';

const OPENED = /["'“„«「]$/;
const MESSAGE = /^\s?[–—:-]\s\p{L}[^"'”“»」\n]{8,110}["'”“»」]/u;

/** `all we get is "131056 – please wait a few minutes"`: shown, and quoted with what it says. */
export const rule: Rule = {
  id: 'quoted-message',
  family: 'wording',
  weight: 1.6,
  needs: ['number', 'long', 'left', 'right'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form) || !OPENED.test(lineLeft)) return null;
    // What is shown ends with the quote.
    return MESSAGE.test(right) ? metWith(lineLeft, '') : null;
  },
};

export const examples: Examples = {
  yes: [
    'we only get "‹131056› – please wait a few minutes"',
    'Instead of a reply it shows "‹131049› - held back by the other side"',
    'Es erscheint nur noch „‹131056›: bitte einige Minuten warten“',
  ],
  no: ['"131047 - Main Street North"', 'we saw "131047 people came"', 'we see 131047 – every day'],
};
