import * as v from 'valibot';
import { RETRIES, TURNS } from '../../data/schema.ts';
import { toAsciiText } from '../core/digits.ts';
import { LANGUAGE_CODES } from '../core/i18n/languages.ts';
import { t } from '../core/i18n/translate.ts';
import {
  CHOICES,
  MAX_HOVER_DELAY_MS,
  MAX_NOTE_CHARACTERS,
  MAX_NOTES,
  MAX_OWN_CODES,
  MAX_OWN_WORDINGS,
  MAX_SITES,
  MAX_SUPPRESSIONS,
  type Settings,
  stripControls,
} from './settings.ts';
import { SUPPRESSION_SCOPES } from './suppression.ts';

export const settingFields = {
  enabled: v.boolean(),
  hoverDelayMs: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(MAX_HOVER_DELAY_MS),
  ),
  openPinned: v.boolean(),
  markStyle: v.picklist(CHOICES.markStyle),
  markStrength: v.picklist(CHOICES.markStrength),
  hover: v.picklist(CHOICES.hover),
  sensitivity: v.picklist(CHOICES.sensitivity),
  language: v.nullable(v.picklist(LANGUAGE_CODES)),
};

/** An IANA name. */
const zoneSchema = v.pipe(v.string(), v.regex(/^[A-Z][\w+/-]{1,63}$/i));

/** Keeps unknown fields, which a later version may have stored. */
export const siteOverridesSchema = v.looseObject({
  hover: v.optional(settingFields.hover),
  sensitivity: v.optional(settingFields.sensitivity),
  timeZone: v.optional(zoneSchema),
});

/** @param explain Returns what the text must be, in the language at the time of the check. */
export const textSchema = (
  schema: v.GenericSchema<string>,
  pattern: RegExp,
  explain: () => string,
) => v.pipe(schema, v.regex(pattern, explain));

const createHostSchema = (pattern: RegExp) =>
  textSchema(v.string(), pattern, () =>
    t('must be a host such as $1', 'business.facebook.com'),
  );
const hostSchema = createHostSchema(/^[\w.:[\]-]{1,253}$/);
const pausedSchema = createHostSchema(
  /^[\w.:[\]-]{1,253}(?:\/[^\s?#/]{1,200}){0,20}$/,
);

export const noteSchema = v.pipe(
  v.string(),
  v.transform(stripControls),
  v.trim(),
  v.nonEmpty(),
  v.maxLength(MAX_NOTE_CHARACTERS),
);

const lineSchema = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => stripControls(text).replace(/\s+/g, ' ').trim()),
    v.nonEmpty(),
    v.maxLength(max),
  );

/** A text to search for, never a pattern. Digits of any script are stored as ASCII, as the engine reads them. */
const literalSchema = (max: number) =>
  v.pipe(lineSchema(max), v.transform(toAsciiText));

/** At least four characters, one of them a letter, and no sign at either end. */
const WORD = String.raw`(?=.{4})(?=.*\p{L})[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?`;
const OWN_CODE = new RegExp(`^(?:\\d{1,7}|${WORD})$`, 'u');

const explainLink = () =>
  t('must be an address such as $1', 'https://wiki.example.com/e4711');

/** The browser decides what an address is. */
const linkSchema = v.pipe(
  textSchema(
    lineSchema(500),
    /^https:\/\/(?![^\s/?#]*@)[^\s/]+(?:\/\S*)?$/,
    explainLink,
  ),
  v.check((link) => URL.canParse(link), explainLink),
);

export const ownCodeSchema = v.object({
  code: textSchema(literalSchema(40), OWN_CODE, () =>
    t(
      'must be a number of at most 7 digits, or at least 4 letters, digits, hyphens and underscores',
    ),
  ),
  wordings: v.optional(
    v.pipe(
      v.array(
        textSchema(literalSchema(120), /^(?=.{4})[^\p{L}]*\p{L}/u, () =>
          t('must have at least 4 characters, including a letter'),
        ),
      ),
      v.maxLength(MAX_OWN_WORDINGS),
    ),
  ),
  provider: textSchema(lineSchema(40), /[\p{L}\p{N}]/u, () =>
    t('must contain a letter or a digit'),
  ),
  title: lineSchema(100),
  meaning: lineSchema(500),
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  next: lineSchema(300),
  link: v.optional(linkSchema),
});

export const settingLists = {
  pausedHosts: v.pipe(v.array(pausedSchema), v.maxLength(MAX_SITES)),
  providerByHost: v.pipe(
    v.record(hostSchema, v.string()),
    v.maxEntries(MAX_SITES),
  ),
  notes: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(100)), noteSchema),
    v.maxEntries(MAX_NOTES),
  ),
  ownCodes: v.pipe(v.array(ownCodeSchema), v.maxLength(MAX_OWN_CODES)),
};

export const suppressionSchema = v.object({
  host: v.string(),
  code: v.string(),
  by: v.picklist(SUPPRESSION_SCOPES),
  words: v.string(),
});

export const siteChoiceSchema = v.union([
  v.object({ suppression: suppressionSchema, on: v.boolean() }),
  v.object({ host: v.string(), provider: v.string() }),
  v.object({ host: v.string(), sensitivity: v.literal('more') }),
  v.object({ host: v.string(), timeZone: zoneSchema }),
]);

export const settingSchemas = {
  ...settingFields,
  ...settingLists,
  bySite: v.pipe(
    v.record(hostSchema, siteOverridesSchema),
    v.maxEntries(MAX_SITES),
  ),
  suppressions: v.pipe(
    v.array(suppressionSchema),
    v.maxLength(MAX_SUPPRESSIONS),
  ),
  // Not synced: each browser downloads its own language model.
  autoTranslate: v.boolean(),
  sync: v.boolean(),
  rememberLookups: v.boolean(),
  recentLookups: v.array(v.string()),
} satisfies Record<keyof Settings, v.GenericSchema>;

export function describeIssue({
  type,
  input,
  received,
  requirement,
  message,
}: v.BaseIssue<unknown>): string {
  if (type === 'regex' || type === 'check') return message;
  if (type === 'non_empty') return t('must not be empty');

  if (/^max_(length|entries)$/.test(type))
    return typeof input === 'string'
      ? t('$1 characters; the maximum is $2', received, `${requirement}`)
      : t('$1 items; the maximum is $2', received, `${requirement}`);

  return received === 'undefined'
    ? t('required')
    : t('$1 isn’t a valid value', received);
}
