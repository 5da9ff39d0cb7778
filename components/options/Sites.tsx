import { useLayoutEffect, useRef } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/language/translate.ts';
import {
  addedOrigins,
  EVERYWHERE,
  hostOf,
  isBroad,
  isCovered,
  patternsOf,
} from '../../lib/settings/access.ts';
import { hostPaused, placeSilenced, providerSet, siteWished } from '../../lib/settings/changes.ts';
import type { Settings, SiteWish } from '../../lib/settings/settings.ts';
import type { Silence } from '../../lib/settings/silence.ts';
import { Button, SwitchSetting, setByPolicy } from '../shared/controls.tsx';
import { wishText } from '../shared/mark-words.ts';
import { rich } from '../shared/rich.tsx';
import { silencePlace } from '../shared/silence-words.ts';
import { Consoles, type ConsolesProps } from './Consoles.tsx';

type SiteSettings = Pick<Settings, 'pausedHosts' | 'providerByHost' | 'silenced' | 'bySite'>;

export interface SitesProps
  extends Pick<ConsolesProps, 'access' | 'policy' | 'onChange' | 'onAsk' | 'onGiveBack'> {
  settings: SiteSettings;
  catalogue: Catalogue;
}

/** The sites on which Errata runs, and the reader's choices for each, with buttons to undo them. */
export function Sites(props: SitesProps) {
  const { settings, catalogue, access, onAsk, onGiveBack } = props;
  const sites = sitesOf(props);
  const broad = access.origins.filter(isBroad);
  const { list, undo } = useFocusAfter();
  return (
    <>
      <Consoles {...props} consoles={catalogue.consoles} pausedHosts={settings.pausedHosts} />
      <SwitchSetting
        id="everywhere"
        name={t('Explain codes on every site')}
        on={broad.length > 0}
        onChange={(on) => (on ? onAsk(EVERYWHERE) : onGiveBack(broad))}
      >
        {t(
          'Errata then reads every page you open, including your bank and email, and underlines more numbers that aren’t error codes.',
        )}{' '}
        {t('What it reads stays in this browser.')}
      </SwitchSetting>
      <h3>{t('Your sites')}</h3>
      <div ref={list} tabIndex={-1}>
        {sites.length === 0 ? (
          <p className="soft">
            {t('No sites yet. To add a site, open Errata’s popup on one of its pages.')}{' '}
            {t('Your choices for sites are listed here: pauses, providers and marks that you removed.')}
          </p>
        ) : (
          <ul className="sites">
            {sites.map(({ host, choices }) => (
              <li key={host}>
                <h4>{host}</h4>
                <ul className="soft" aria-label={host}>
                  {choices.map((choice) => (
                    <li key={choice.id}>
                      <span>{choice.says}</span>
                      {choice.undo && (
                        <Button onClick={() => undo(choice.undo)}>
                          {choice.verb} <span className="er-hidden">{choice.object}</span>
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

interface SiteChoice {
  id: string;
  says: React.ReactNode;
  /** Label of the undo button, such as `Resume`. Screen readers also get `object`. */
  verb: string;
  object: string;
  /** Undefined if a policy sets the choice. */
  undo: (() => void) | undefined;
}

/** Returns every host with a choice, sorted by name. */
function sitesOf(props: SitesProps) {
  const { settings, policy, catalogue, access, onChange, onAsk, onGiveBack } = props;
  const { pausedHosts, providerByHost, silenced, bySite } = settings;
  // Consoles have their own switches.
  const consoles = new Set(catalogue.consoles.flatMap(patternsOf));
  const added = addedOrigins(access).filter((pattern) => !isBroad(pattern) && !consoles.has(pattern));
  const wanted = (policy.sites ?? []).filter((pattern) => !isCovered(access.origins, pattern));
  const hosts = new Set([
    ...[...added, ...wanted].map(hostOf),
    ...pausedHosts,
    ...Object.keys(providerByHost),
    ...Object.keys(bySite),
    ...silenced.map(({ host }) => host),
  ]);
  return [...hosts].sort().map((host) => {
    const choices = silenced.filter((one) => one.host === host).map((one) => silenceChoice(one, onChange));
    const offer = (verb: string, says: string, undo: () => void, locked = false) => {
      const all = locked ? `${says}. ${setByPolicy()}` : says;
      choices.unshift({ id: verb + says, says: all, verb, object: host, undo: locked ? undefined : undo });
    };
    const provider = providerByHost[host];
    const name = provider && (catalogue.provider(provider)?.name ?? provider);
    const isSet = host in (policy.providerByHost ?? {});
    if (name) offer(t('Reset'), t('Provider: $1', name), () => onChange(providerSet(host, null)), isSet);
    const { hover, sensitivity } = bySite[host] ?? {};
    const forget = (wish: SiteWish) => () => onChange(siteWished(host, wish));
    if (hover) offer(t('Reset'), t('Cards: $1', wishText(hover)), forget({ hover: undefined }));
    if (sensitivity)
      offer(t('Reset'), t('Codes: $1', wishText(sensitivity)), forget({ sensitivity: undefined }));
    const resume = () => onChange(hostPaused(host, false));
    if (pausedHosts.includes(host))
      offer(t('Resume'), t('Paused: no codes are marked'), resume, policy.pausedHosts?.includes(host));
    for (const pattern of added.filter((one) => hostOf(one) === host))
      offer(t('Remove'), `${t('Added by you')}${pattern.startsWith('http:') ? ' (http)' : ''}`, () =>
        onGiveBack([pattern]),
      );
    for (const pattern of wanted.filter((one) => hostOf(one) === host))
      offer(t('Allow'), t('Requested by your organization'), () => onAsk([pattern]));
    return { host, choices };
  });
}

function silenceChoice(silence: Silence, onChange: SitesProps['onChange']): SiteChoice {
  const { host, code, by, words } = silence;
  return {
    id: `${code} ${by} ${words}`,
    says: rich('$1 isn’t an error code $2', <span className="code-text">{code}</span>, silencePlace(silence)),
    verb: t('Mark again'),
    object: t('$1 on $2 $3', code, host, silencePlace(silence)),
    undo: () => onChange(placeSilenced(silence, false)),
  };
}

/** Keeps the focus after an undo button disappears: moves it to the next button, or to the list if none is left. */
function useFocusAfter() {
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<{ buttons: number; at: number } | null>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    const now = buttons();
    if (!left.current || now.length >= left.current.buttons) return;
    (now[Math.min(left.current.at, now.length - 1)] ?? list.current)?.focus();
    left.current = null;
  });
  return {
    list,
    undo(work: SiteChoice['undo']) {
      const all = buttons();
      left.current = { buttons: all.length, at: all.indexOf(document.activeElement as HTMLButtonElement) };
      work?.();
    },
  };
}
