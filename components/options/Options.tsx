import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../../lib/core/i18n/languages.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import type { TranslatorState } from '../../lib/extension/webext/browser-translator.ts';
import {
  type ChangeSettings,
  clearRecentLookups,
  setRememberLookups,
} from '../../lib/settings/changes.ts';
import { CHOICES, type ChoiceName } from '../../lib/settings/settings.ts';
import {
  Button,
  PageTitle,
  SaveError,
  Select,
  SwitchSetting,
  useChange,
} from '../shared/controls.tsx';
import { MarkLegend } from '../shared/MarkLegend.tsx';
import { DataAge } from '../shared/PageHead.tsx';
import { type ShortcutKeys, Shortcuts } from '../shared/Shortcuts.tsx';
import type { SettingsStore } from '../shared/settings-store.ts';
import { getChoices, SETTING_TEXTS } from '../shared/texts.tsx';
import { Backup, type SyncProps, SyncSettings } from './Backup.tsx';
import { OwnCodes } from './OwnCodes.tsx';
import { Sites, type SitesProps } from './Sites.tsx';
import { formatDelay } from './settings-file.ts';

export interface OptionsProps
  extends Pick<
    SitesProps,
    'access' | 'onRequestPermission' | 'onRevokePermission'
  > {
  translator: TranslatorState;
  /** Downloads the language model. Needs a user gesture. */
  onDownloadTranslator: () => Promise<void>;
  problems: readonly string[];
  offeredCode?: string | null;
  store: SettingsStore;
  changeSettings: ChangeSettings;
  sync: SyncProps;
  catalogue: Catalogue;
  shortcuts: ShortcutKeys;
  onChangeShortcuts: () => void;
  now: number;
}

const DELAYS_MS = [0, 100, 200, 400, 800, 1500];

export function Options(props: OptionsProps) {
  const { store, changeSettings, catalogue, problems, translator, now } = props;
  const { settings, own, policy } = useStore(store);
  const { hoverDelayMs, recentLookups } = settings;
  const [change, problem, attempt] = useChange(changeSettings);
  const set = (fields: Partial<typeof settings>) => change(() => fields);

  const translate = (autoTranslate: boolean) => {
    const ready = autoTranslate
      ? props.onDownloadTranslator()
      : Promise.resolve();
    attempt(ready.then(() => changeSettings(() => ({ autoTranslate }))));
  };

  const switchOf = (field: 'enabled' | 'openPinned') => ({
    on: settings[field],
    locked: field in policy,
    onChange: (on: boolean) => set({ [field]: on }),
  });

  // The browser scrolls to the fragment before React has rendered its section.
  useEffect(
    () => document.getElementById(location.hash.slice(1))?.scrollIntoView?.(),
    [],
  );

  return (
    <main className="options">
      <PageTitle>{t('settings')}</PageTitle>
      <p className="soft">
        {t('Changes apply immediately, including in open tabs.')}
      </p>

      {(problems.length > 0 || Object.keys(policy).length > 0) && (
        <div className="notice" role="status">
          <b>{t('Your organisation manages some of these settings.')}</b>
          {problems.length > 0 && (
            <>
              <p>{t('Invalid settings in its policy are ignored:')}</p>
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}

      <section aria-labelledby="marks">
        <h2 id="marks">{t('Marks and cards')}</h2>
        <SwitchSetting
          {...switchOf('enabled')}
          id="enabled"
          name={t('Explain codes on consoles')}
        >
          {t('When off, no pages are marked. Lookups still work.')}
        </SwitchSetting>
        <Select
          className="setting"
          label={t('Language')}
          none={t('Same as the browser')}
          value={settings.language}
          options={LANGUAGE_CODES.map((code) => [code, LANGUAGES[code], code])}
          locked={'language' in policy}
          onChoose={(language) => set({ language })}
        />
        {translator !== 'unavailable' && (
          <SwitchSetting
            id="translate"
            name={t('Translate the rest automatically')}
            on={settings.autoTranslate}
            onChange={translate}
          >
            {t(
              'Your browser translates the remaining texts on this device, and Errata labels them. Cards are translated only while an Errata page, such as the side panel, is open.',
            )}{' '}
            {translator !== 'available' &&
              t(
                'Your browser must first download a language model, which may be large. No text leaves this device.',
              )}
          </SwitchSetting>
        )}
        {(Object.keys(CHOICES) as ChoiceName[]).map((name) => (
          <Select
            key={name}
            className="setting"
            label={t(SETTING_TEXTS[name].name)}
            value={settings[name]}
            options={getChoices(name)}
            locked={name in policy}
            onChoose={(value) => set({ [name]: value })}
          />
        ))}
        <p className="soft">
          {t(
            'Pages with more than $1 elements use tints, because underlines would slow them down.',
            20_000,
          )}
        </p>
        <MarkLegend />
        <Select
          className="setting"
          label={t('Delay before the card opens')}
          value={String(hoverDelayMs)}
          options={[...new Set([...DELAYS_MS, hoverDelayMs])].map((ms) => [
            String(ms),
            formatDelay(ms),
          ])}
          locked={'hoverDelayMs' in policy}
          onChoose={(ms) => set({ hoverDelayMs: Number(ms) })}
        />
        <SwitchSetting
          {...switchOf('openPinned')}
          id="pinned"
          name={t('Keep cards open')}
        >
          {t('Cards open pinned and stay open until you close them.')}
        </SwitchSetting>
      </section>

      <section aria-labelledby="keys">
        <h2 id="keys">{t('Keyboard shortcuts')}</h2>
        <Shortcuts keys={props.shortcuts} />
        <Button onClick={props.onChangeShortcuts}>
          {t('Change shortcuts…')}
        </Button>
      </section>

      <section aria-labelledby="sites">
        <h2 id="sites">{t('Sites')}</h2>
        <Sites
          {...props}
          settings={settings}
          policy={policy}
          onChange={change}
        />
      </section>

      <section aria-labelledby="codes">
        <h2 id="codes">{t('Your team’s codes')}</h2>
        <OwnCodes
          ownCodes={own.ownCodes ?? []}
          offered={props.offeredCode}
          policy={policy}
          catalogue={catalogue}
          onChange={change}
        />
      </section>

      <section aria-labelledby="look-ups">
        <h2 id="look-ups">{t('Lookups')}</h2>
        <SwitchSetting
          id="remember"
          name={t('Remember recent lookups')}
          on={settings.rememberLookups}
          onChange={(on) => change(setRememberLookups(on))}
        >
          {t(
            'Stores only codes, only in this browser, and never from private windows. Turning this off deletes them.',
          )}
        </SwitchSetting>
        {recentLookups.length > 0 && (
          <Button onClick={() => change(clearRecentLookups)}>
            {tPlural(
              recentLookups.length,
              'Delete $1 lookup',
              'Delete $1 lookups',
            )}
          </Button>
        )}
      </section>

      <section aria-labelledby="backup">
        <h2 id="backup">{t('Sync and backup')}</h2>
        <SyncSettings
          {...props.sync}
          settings={settings}
          policy={policy}
          catalogue={catalogue}
        />
        <p>{t('Settings and notes as a file')}</p>
        <Backup
          own={own}
          policy={policy}
          catalogue={catalogue}
          onChange={changeSettings}
        />
      </section>

      <footer className="soft">
        <p>
          <bdi>Errata {catalogue.version}</bdi>.{' '}
          <a href="catalogue.html">
            {t('$1 entries in the catalogue', catalogue.entries.length)}
          </a>
          . <DataAge catalogue={catalogue} now={now} />{' '}
          {!settings.sync && t('Nothing leaves this browser.')}{' '}
          <a href="welcome.html">{t('Try Errata')}</a>
        </p>
        <p>
          {t('Not affiliated with Meta, WhatsApp or any provider named here.')}
        </p>
      </footer>
      <SaveError problem={problem} />
    </main>
  );
}
