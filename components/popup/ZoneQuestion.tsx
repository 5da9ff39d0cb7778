import { t } from '../../lib/core/i18n/translate.ts';
import {
  type SettingsChange,
  setSiteOverrides,
} from '../../lib/settings/changes.ts';
import { Select } from '../shared/controls.tsx';
import { listTimeZones } from '../shared/time-zones.ts';

interface ZoneProps {
  host: string;
  onChange: (change: SettingsChange) => void;
}

/** The zone of the times of a site that name none, with the browser's own first. */
export const ZoneSelect = (
  props: ZoneProps & { value: string | undefined },
) => (
  <Select
    className="site-whose"
    label={t('Time zone')}
    none={t('Unknown')}
    value={props.value}
    options={listTimeZones()}
    onChoose={(timeZone) =>
      props.onChange(
        setSiteOverrides(props.host, { timeZone: timeZone ?? undefined }),
      )
    }
  />
);

/** Asks for the zone where it decides whether a pause is over. Once answered, the site's options have it. */
export const ZoneQuestion = ({ host, onChange }: ZoneProps) => (
  <div className="site-zone">
    <p className="soft">{t('The times on this page name no time zone.')}</p>
    <ZoneSelect host={host} onChange={onChange} value={undefined} />
  </div>
);
