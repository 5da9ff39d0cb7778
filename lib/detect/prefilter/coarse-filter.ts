import type { CoarsePatterns } from './coarse-pattern.ts';
import { CODE_CUES, MAX_STATE_UNITS, PHONE_NUMBER } from './filter-patterns.ts';
import type { Prefilter } from './prefilter.ts';
import { isVendorHost } from './prefilter-pack.ts';

/** A number of more digits than a count, a time or a price has on most pages. */
const SURE_NUMBER = /(?<![\dA-Za-z+])\d{5,7}(?!\d)|\d{3}[.,'’]\d{3}(?!\d)/;

export type CoarseFilter = ReturnType<typeof createCoarseFilter>;

/**
 * Creates the first filter of a page, from patterns that the browser runs itself. It passes whatever the prefilter passes, and more: words by
 * their beginnings, any number beside a mention of codes.
 */
export function createCoarseFilter(patterns: CoarsePatterns, host: string) {
  const candidate = new RegExp(patterns.candidates);
  const besideCue = new RegExp(patterns.besideCue);
  const state =
    isVendorHost(host, patterns.vendorHosts) &&
    new RegExp(patterns.states, 'im');

  const cue = new RegExp(CODE_CUES, 'i');
  const phoneNumber = new RegExp(PHONE_NUMBER);

  const isState = (text: string) =>
    state !== false && text.length <= MAX_STATE_UNITS && state.test(text);

  const hasCandidate = (text: string): boolean =>
    candidate.test(text)
      ? !phoneNumber.test(text)
      : // Few texts mention codes, and most have a number.
        cue.test(text) && besideCue.test(text);

  const passes: Prefilter = (text, from = 0, to = text.length) => {
    const own = text.slice(from, to);

    return hasCandidate(own) || isState(own);
  };

  return {
    passes,
    /** Returns true for a text that passes, but not for one that is only a state. */
    hasCandidate,
    /** Returns true for a text that passes with a number that is rarely anything but a code. */
    isSure: (text: string): boolean => SURE_NUMBER.test(text),
  };
}
