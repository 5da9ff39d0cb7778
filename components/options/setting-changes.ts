import { LANGUAGES, type Language } from '../../lib/language/languages.ts';
import { numberText, t } from '../../lib/language/translate.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { SETTING_WORDS } from '../shared/mark-words.ts';

export const delayText = (ms: number): string => (ms === 0 ? t('no delay') : `${numberText(ms)} ms`);

/** Returns the differences between two settings other than notes, one per line. */
export function settingChanges(before: Settings, after: Settings): string[] {
  const fields = Object.keys(SETTING_WORDS) as (keyof typeof SETTING_WORDS)[];
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  // All choices for sites share one line.
  return [...new Set(changed.map((field) => lineOf(field, after)))];
}

function lineOf(field: keyof typeof SETTING_WORDS, { recent, ...settings }: Settings): string {
  const value = field === 'recent' ? recent.on : settings[field];
  const name = t(SETTING_WORDS[field].name);
  const valueWords = SETTING_WORDS[field].values?.[String(value)];
  if (valueWords) return `${name}: ${t(valueWords)}`;
  if (typeof value === 'number') return `${name}: ${delayText(value)}`;
  return typeof value === 'string' ? `${name}: ${LANGUAGES[value as Language]}` : name;
}
