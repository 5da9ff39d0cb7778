import * as v from 'valibot';
import { LANGUAGE_CODES } from '../i18n/languages.ts';
import { t } from '../i18n/translate.ts';
import {
  DEFAULT_SETTINGS,
  MAX_HOVER_DELAY_MS,
  MAX_NOTE_CHARACTERS,
  MAX_NOTES,
  MAX_SITES,
} from './settings.ts';

/** Schemas of the single-value fields, in storage and in files. */
export const settingFields = {
  enabled: v.boolean(),
  hoverDelayMs: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_HOVER_DELAY_MS)),
  openPinned: v.boolean(),
  markStyle: v.picklist(['underline', 'tint', 'hover']),
  markStrength: v.picklist(['faint', 'normal', 'bold']),
  hover: v.picklist(['on', 'key', 'off']),
  sensitivity: v.picklist(['surer', 'normal', 'more']),
  language: v.nullable(v.picklist(LANGUAGE_CODES)),
};

/** Returns each of these schemas combined with its default by `way`. */
export const mapSettingFields = (way: (field: v.GenericSchema, value: unknown) => v.GenericSchema) =>
  Object.fromEntries(
    Object.entries(settingFields).map(([name, field]) => [
      name,
      way(field, DEFAULT_SETTINGS[name as keyof typeof settingFields]),
    ]),
  ) as {
    [Name in keyof typeof settingFields]: v.GenericSchema<
      unknown,
      v.InferOutput<(typeof settingFields)[Name]>
    >;
  };

export const siteOverridesSchema = v.object({
  hover: v.optional(settingFields.hover),
  sensitivity: v.optional(settingFields.sensitivity),
});

export const hostSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9.:-]{1,253}$/i, () => t('must be a host such as $1', 'business.facebook.com')),
);

/** A host, or a host with a path. */
const pausedSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9.:-]{1,253}(?:\/[^\s?#/]{1,200}){0,20}$/i, () =>
    t('must be a host such as $1', 'business.facebook.com'),
  ),
);

export const noteSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NOTE_CHARACTERS));

/** Schemas of the lists in files and policies. */
export const settingLists = {
  pausedHosts: v.pipe(v.array(pausedSchema), v.maxLength(MAX_SITES)),
  providerByHost: v.pipe(v.record(hostSchema, v.string()), v.maxEntries(MAX_SITES)),
  notes: v.pipe(v.record(v.pipe(v.string(), v.maxLength(100)), noteSchema), v.maxEntries(MAX_NOTES)),
};

export const suppressionSchema = v.object({
  host: v.string(),
  code: v.string(),
  by: v.picklist(['column', 'label', 'shape']),
  words: v.string(),
});

/** Describes a validation issue to the reader, without terms of the schema library. */
export function describeIssue({ type, input, received, requirement, message }: v.BaseIssue<unknown>): string {
  if (type === 'regex') return message;
  if (type === 'non_empty') return t('must not be empty');
  if (/^max_(length|entries)$/.test(type))
    return typeof input === 'string'
      ? t('has $1 characters; the maximum is $2', received, `${requirement}`)
      : t('has $1 items; the maximum is $2', received, `${requirement}`);
  return received === 'undefined' ? t('is required') : t('$1 isn’t a valid value', received);
}
