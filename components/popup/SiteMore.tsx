import { type ToggleEvent, useState } from 'react';
import type { TabPage } from '../../lib/bridge/tab.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { consoleAt } from '../../lib/detect/consoles.ts';
import { t } from '../../lib/language/translate.ts';
import { type Change, providerSet, siteWished } from '../../lib/settings/changes.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { Button } from '../shared/controls.tsx';
import { choicesOf, wishText } from '../shared/mark-words.ts';
import { Select } from '../shared/Select.tsx';
import type { SiteActions } from './site-state.ts';

interface SiteMoreProps extends Pick<SiteActions, 'onGiveBack'> {
  page: TabPage;
  url: URL;
  settings: Pick<Settings, 'providerByHost' | 'bySite' | 'hover' | 'sensitivity'>;
  policy: Policy;
  catalogue: Catalogue;
  onChange: (change: Change) => void;
}

/** Rarely needed options of a site: its provider, its own settings, and revoking its permission. */
export function SiteMore(props: SiteMoreProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="site-more"
      onToggle={({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => setOpen(currentTarget.open)}
    >
      <summary>{t('More for this site')}</summary>
      {isOpen && <Choices {...props} />}
    </details>
  );
}

/** Settings that a site can override. */
const WISHES = [
  ['sensitivity', 'Codes'],
  ['hover', 'Cards'],
] as const;

function Choices(props: SiteMoreProps) {
  const { page, url, settings, policy, catalogue, onChange } = props;
  const host = url.hostname;
  const guess = consoleAt(catalogue.consoles, host, url.pathname)?.provider;
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
        onChoose={(provider) => onChange(providerSet(host, provider))}
      />
      {WISHES.map(([wish, label]) => (
        <Select
          key={wish}
          className="site-whose"
          label={t(label)}
          none={t('$1 (default)', wishText(settings[wish]))}
          value={settings.bySite[host]?.[wish]}
          options={choicesOf(wish)}
          locked={wish in policy}
          onChoose={(chosen) => onChange(siteWished(host, { [wish]: chosen ?? undefined }))}
        />
      ))}
      {page.added && (
        <Button onClick={() => page.added && props.onGiveBack(page.added)}>{t('Remove this site')}</Button>
      )}
    </>
  );
}
