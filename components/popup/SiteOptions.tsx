import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import { t } from '../../lib/i18n/translate.ts';
import { type SettingsChange, setProvider, setSiteOverrides } from '../../lib/settings/changes.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { Button } from '../shared/controls.tsx';
import { getChoices, getOverrideText } from '../shared/mark-texts.ts';
import { Select } from '../shared/Select.tsx';
import type { SiteActions } from './site-state.ts';

interface SiteOptionsProps extends Pick<SiteActions, 'onRevokePermission'> {
  page: TabPage;
  url: URL;
  settings: Pick<Settings, 'providerByHost' | 'bySite' | 'hover' | 'sensitivity'>;
  policy: Policy;
  catalogue: Catalogue;
  onChange: (change: SettingsChange) => void;
}

/** Settings that a site can override. */
const OVERRIDABLE_SETTINGS = [
  ['sensitivity', 'Codes'],
  ['hover', 'Cards'],
] as const;

/** Rarely needed options of a site: its provider, its own settings, and revoking its permission. */
export function SiteOptions(props: SiteOptionsProps) {
  const { page, url, settings, policy, catalogue, onChange } = props;
  const host = url.hostname;
  const guess = findConsole(catalogue.consoles, host, url.pathname)?.provider;
  const named = guess && catalogue.provider(guess)?.name;
  const providers = [...catalogue.providers].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <Select
        className="site-whose"
        label={t('Provider')}
        none={named ? t('$1 (detected)', named) : t('Detect from the page')}
        value={settings.providerByHost[host]}
        options={providers.map(({ id, name }) => [id, name])}
        locked={host in (policy.providerByHost ?? {})}
        onChoose={(provider) => onChange(setProvider(host, provider))}
      />
      {OVERRIDABLE_SETTINGS.map(([wish, label]) => (
        <Select
          key={wish}
          className="site-whose"
          label={t(label)}
          none={t('$1 (default)', getOverrideText(settings[wish]))}
          value={settings.bySite[host]?.[wish]}
          options={getChoices(wish)}
          locked={wish in policy}
          onChoose={(chosen) => onChange(setSiteOverrides(host, { [wish]: chosen ?? undefined }))}
        />
      ))}
      {page.isAdded && (
        <Button onClick={() => page.isAdded && props.onRevokePermission(page.isAdded)}>
          {t('Remove this site')}
        </Button>
      )}
    </>
  );
}
