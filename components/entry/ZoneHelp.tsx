import { t } from '../../lib/core/i18n/translate.ts';
import { EntryButton } from './controls.tsx';

/** Asks for the zone of times that name none, where it decides. The popup offers all zones. */
export function ZoneHelp(props: { onChoose: (timeZone: string) => void }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

  return (
    <fieldset className="er-window">
      <legend>{t('The times on this page name no time zone.')}</legend>
      {[...new Set([own, 'UTC'])].map((zone) => (
        <EntryButton key={zone} onClick={() => props.onChoose(zone)}>
          {zone === own ? t('$1 (this browser)', zone) : zone}
        </EntryButton>
      ))}
    </fieldset>
  );
}
