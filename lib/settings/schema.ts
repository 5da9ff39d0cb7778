import * as v from 'valibot';
import { LANGUAGE_CODES } from '../language/languages.ts';
import { MAX_HOVER_DELAY_MS, MAX_NOTE_CHARACTERS } from './settings.ts';

/** What fields may hold, in storage as in a file. */
export const fields = {
  enabled: v.boolean(),
  hoverDelayMs: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_HOVER_DELAY_MS)),
  openPinned: v.boolean(),
  markStyle: v.picklist(['underline', 'tint', 'hover']),
  markStrength: v.picklist(['faint', 'normal', 'bold']),
  language: v.nullable(v.picklist(LANGUAGE_CODES)),
};

export const noteSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NOTE_CHARACTERS));

export const silenceSchema = v.object({
  host: v.string(),
  code: v.string(),
  by: v.picklist(['column', 'label', 'shape']),
  words: v.string(),
});
