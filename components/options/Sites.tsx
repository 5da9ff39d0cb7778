import { useLayoutEffect, useRef } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Silence } from '../../lib/detect/silence.ts';
import { addedOrigins, EVERYWHERE, hostOf, isBroad, patternsOf } from '../../lib/settings/access.ts';
import { type Change, hostPaused, placeSilenced, providerSet } from '../../lib/settings/changes.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { SwitchSetting } from '../shared/Switch.tsx';
import { silencePlace } from '../shared/silence-words.ts';
import { Consoles, type ConsolesProps } from './Consoles.tsx';

type SiteSettings = Pick<Settings, 'pausedHosts' | 'providerByHost' | 'silenced'>;

export interface SitesProps extends Pick<ConsolesProps, 'access' | 'onChange' | 'onAsk' | 'onGiveBack'> {
  settings: SiteSettings;
  catalogue: Catalogue;
}

/** Where Errata runs, and what the reader has chosen for each site, with a way to undo each choice. */
export function Sites(props: SitesProps) {
  const { settings, catalogue, access, onChange, onAsk, onGiveBack } = props;
  const sites = sitesOf(settings, catalogue, addedSites(props));
  const broad = access.origins.filter(isBroad);
  const { list, undo } = useFocusAfter((choice) =>
    choice.pattern ? onGiveBack([choice.pattern]) : choice.change && onChange(choice.change),
  );
  return (
    <>
      <Consoles {...props} consoles={catalogue.consoles} pausedHosts={settings.pausedHosts} />
      <SwitchSetting
        id="everywhere"
        name="Explain codes on every site"
        on={broad.length > 0}
        onChange={(on) => (on ? onAsk(EVERYWHERE) : onGiveBack(broad))}
      >
        Errata then reads each page that you open, of your bank and your mail too, and underlines more numbers
        that are no error codes. What it reads stays in this browser.
      </SwitchSetting>
      <h3>Your sites</h3>
      <div ref={list} tabIndex={-1}>
        {sites.length === 0 ? (
          <p className="soft">
            Nothing yet. Open Errata’s popup on any page to explain the codes of its site. What you choose for
            a site is listed here: a pause, whose codes it shows, a mark that you removed.
          </p>
        ) : (
          <ul className="sites">
            {sites.map(({ host, choices }) => (
              <li key={host}>
                <h4>{host}</h4>
                <ul aria-label={host}>
                  {choices.map((choice) => (
                    <li key={choice.id}>
                      <span>{choice.says}</span>
                      <button type="button" className="button" onClick={() => undo(choice)}>
                        {choice.verb} <span className="er-hidden">{choice.object}</span>
                      </button>
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

/** One choice for a site. */
interface SiteChoice {
  id: string;
  says: React.ReactNode;
  /** Undoes it: `Resume`, with what it is about for those who hear the button alone. */
  verb: string;
  object: string;
  /** One of the two. */
  change?: Change;
  pattern?: string;
}

/** What the user added besides the consoles, which have their switches. */
function addedSites({ access, catalogue }: SitesProps): string[] {
  const consoles = new Set(catalogue.consoles.flatMap(patternsOf));
  return addedOrigins(access).filter((pattern) => !isBroad(pattern) && !consoles.has(pattern));
}

/** Every host that something was chosen for, by name. */
function sitesOf(
  { pausedHosts, providerByHost, silenced }: SiteSettings,
  catalogue: Catalogue,
  added: readonly string[],
) {
  const hosts = new Set([
    ...added.map(hostOf),
    ...pausedHosts,
    ...Object.keys(providerByHost),
    ...silenced.map(({ host }) => host),
  ]);
  return [...hosts].sort().map((host) => {
    const choices: SiteChoice[] = silenced.filter((one) => one.host === host).map(silenceChoice);
    const offer = (verb: string, says: string, undo: Pick<SiteChoice, 'change' | 'pattern'>) =>
      choices.unshift({ id: `${verb} ${undo.pattern ?? ''}`, says, verb, object: host, ...undo });
    const provider = providerByHost[host];
    const name = provider && (catalogue.provider(provider)?.name ?? provider);
    if (name) offer('Forget', `Shows codes of ${name}`, { change: providerSet(host, null) });
    if (pausedHosts.includes(host))
      offer('Resume', 'Paused: no code is marked', { change: hostPaused(host, false) });
    for (const pattern of added.filter((one) => hostOf(one) === host))
      offer('Remove', `Explained, as you asked${pattern.startsWith('http:') ? ' (http)' : ''}`, { pattern });
    return { host, choices };
  });
}

function silenceChoice(silence: Silence): SiteChoice {
  const { host, code, by, words } = silence;
  return {
    id: `${code} ${by} ${words}`,
    says: (
      <>
        <span className="code-text">{code}</span> is no error code {silencePlace(silence)}
      </>
    ),
    verb: 'Mark again',
    object: `${code} on ${host} ${silencePlace(silence)}`,
    change: placeSilenced(silence, false),
  };
}

/** A button goes with what it undoes: the next one then has the focus, or the list where none is left. */
function useFocusAfter(onUndo: (choice: SiteChoice) => void) {
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
    undo(choice: SiteChoice) {
      const all = buttons();
      left.current = { buttons: all.length, at: all.indexOf(document.activeElement as HTMLButtonElement) };
      onUndo(choice);
    },
  };
}
