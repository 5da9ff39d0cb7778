import { t } from '../../lib/core/i18n/translate.ts';

/** Returns the browser's own zone, UTC, and all others, as a name and its text. */
export function listTimeZones(): (readonly [zone: string, text: string])[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = Intl.supportedValuesOf('timeZone');

  return [
    [own, t('$1 (this browser)', own)],
    ...[...new Set(['UTC', ...others])]
      .filter((zone) => zone !== own)
      .map((zone) => [zone, zone] as const),
  ];
}
