import { type ToggleEvent, useId, useState } from 'react';
import type { TabPage } from '../../lib/bridge/tab.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { consoleAt } from '../../lib/detect/consoles.ts';
import { t } from '../../lib/language/translate.ts';
import { type Change, providerSet, siteWished } from '../../lib/settings/changes.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { HOVERS, SENSITIVITIES } from '../shared/mark-words.ts';
import { setByPolicy } from '../shared/Switch.tsx';
import type { SiteActions } from './site-state.ts';

interface SiteMoreProps extends Pick<SiteActions, 'onGiveBack' | 'onPauseTab'> {
  isOn: boolean;
  page: TabPage;
  url: URL;
  settings: Pick<Settings, 'providerByHost' | 'bySite' | 'hover' | 'sensitivity'>;
  policy: Policy;
  catalogue: Catalogue;
  inTab: boolean;
  onChange: (change: Change) => void;
}

/** What few need for a site: whose codes it shows, shorter and longer pauses, and taking back what was granted. */
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

function Choices(props: SiteMoreProps) {
  const { page, url, settings, policy, catalogue, onChange } = props;
  const id = useId();
  const host = url.hostname;
  const isLocked = host in (policy.providerByHost ?? {});
  const guess = consoleAt(catalogue.consoles, host, url.pathname)?.provider;
  const named = guess && catalogue.provider(guess)?.name;
  const providers = [...catalogue.providers].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <p className="site-whose">
        <label htmlFor={id}>{t('Shows codes of')}</label>
        <select
          id={id}
          disabled={isLocked}
          value={settings.providerByHost[host] ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(providerSet(host, value || null))}
        >
          <option value="">{named ? t('$1 (guessed)', named) : t('Guess from the page')}</option>
          {providers.map((provider) => (
            <option key={provider.id} value={provider.id}>
              {provider.name}
            </option>
          ))}
        </select>{' '}
        {isLocked && setByPolicy()}
      </p>
      <Wish
        name={t('Codes')}
        locked={'sensitivity' in policy}
        options={SENSITIVITIES.map(([value, text]) => [value, t(text)])}
        everywhere={settings.sensitivity}
        value={settings.bySite[host]?.sensitivity}
        onChange={(sensitivity) => onChange(siteWished(host, { sensitivity }))}
      />
      <Wish
        name={t('Cards')}
        locked={'hover' in policy}
        options={HOVERS.map(([value, text]) => [value, t(text)])}
        everywhere={settings.hover}
        value={settings.bySite[host]?.hover}
        onChange={(hover) => onChange(siteWished(host, { hover }))}
      />
      <div className="site-ways">
        {props.isOn && (
          <button type="button" className="button" onClick={() => props.onPauseTab(true)}>
            {props.inTab ? t('Pause its tab') : t('Pause this tab')}
          </button>
        )}
        {!('enabled' in policy) && (
          <button type="button" className="button" onClick={() => onChange(() => ({ enabled: false }))}>
            {t('Pause everywhere')}
          </button>
        )}
        {page.added && (
          <button type="button" className="button" onClick={() => page.added && props.onGiveBack(page.added)}>
            {t('Remove this site')}
          </button>
        )}
      </div>
    </>
  );
}

/** What is wanted of this site, or what is wanted everywhere. */
function Wish<T extends string>(props: {
  name: string;
  options: readonly (readonly [T, string])[];
  everywhere: T;
  value: T | undefined;
  locked: boolean;
  onChange: (value: T | undefined) => void;
}) {
  const { name, options, everywhere, value, onChange } = props;
  const id = useId();
  const usual = options.find(([option]) => option === everywhere)?.[1] ?? '';
  return (
    <p className="site-whose">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        disabled={props.locked}
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChange(options.find(([option]) => option === currentTarget.value)?.[0])
        }
      >
        <option value="">{t('$1 (as everywhere)', usual)}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
