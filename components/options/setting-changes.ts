import { LANGUAGES, type Language } from '../../lib/i18n/languages.ts';
import { formatNumber, getListSeparator, t } from '../../lib/i18n/translate.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { SETTING_TEXTS } from '../shared/mark-texts.ts';

export const formatDelay = (ms: number): string => (ms === 0 ? t('no delay') : t('$1 ms', formatNumber(ms)));

/** Returns the differences between two settings other than notes, one per line. */
export function describeSettingChanges(before: Settings, after: Settings): string[] {
  const fields = Object.keys(SETTING_TEXTS) as (keyof typeof SETTING_TEXTS)[];
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  // All choices for sites share one line.
  return [...new Set(changed.map((field) => formatSetting(field, before, after)))];
}

function formatSetting(field: keyof typeof SETTING_TEXTS, before: Settings, after: Settings): string {
  const value = after[field];
  const name = t(SETTING_TEXTS[field].name);
  if (field === 'ownCodes') {
    const known = before.ownCodes.map((one) => JSON.stringify(one));
    const changed = after.ownCodes.filter((one) => !known.includes(JSON.stringify(one)));
    const codes = changed.map(({ code, link }) => (link ? `${code} (${URL.parse(link)?.host})` : code));
    return `${name}: ${codes.join(getListSeparator())}`;
  }
  const valueWords = SETTING_TEXTS[field].values?.[String(value)];
  if (valueWords) return `${name}: ${t(valueWords)}`;
  if (typeof value === 'number') return `${name}: ${formatDelay(value)}`;
  return typeof value === 'string' ? `${name}: ${LANGUAGES[value as Language]}` : name;
}
