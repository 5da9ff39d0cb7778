import known from 'virtual:prefilter';
import type { Redaction } from './masked.ts';
import { partsOf } from './redact.ts';
import { openNumbers } from './written-number.ts';

const numbers = /* @__PURE__ */ openNumbers(known.numbers);

/** With the numbering plans of the world and the codes of the catalogue. */
export const redaction: Redaction = { partsOf: (text) => partsOf(text, numbers) };
