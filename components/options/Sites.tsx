import { useLayoutEffect, useRef } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Silence } from '../../lib/detect/silence.ts';
import { type Change, hostPaused, placeSilenced, providerSet } from '../../lib/settings/changes.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { silencePlace } from '../shared/silence-words.ts';
import { Consoles } from './Consoles.tsx';

type SiteSettings = Pick<Settings, 'pausedHosts' | 'providerByHost' | 'silenced'>;

/** Where Errata runs, and what the reader has chosen for each site, with a way to undo each choice. */
export function Sites(props: {
  settings: SiteSettings;
  catalogue: Catalogue;
  onChange: (change: Change) => void;
}) {
  const { settings, catalogue, onChange } = props;
  const sites = sitesOf(settings, catalogue);
  const { list, undo } = useFocusAfter(onChange);
  return (
    <>
      <Consoles catalogue={catalogue} />
      <h3>What you chose for a site</h3>
      <div ref={list} tabIndex={-1}>
        {sites.length === 0 ? (
          <p className="soft">
            Nothing yet. The popup’s switch pauses a site, a card remembers whose codes a site shows, and “Not
            an error code here” removes a mark.
          </p>
        ) : (
          <ul className="sites">
            {sites.map(({ host, choices }) => (
              <li key={host}>
                <h4>{host}</h4>
                <ul aria-label={host}>
                  {choices.map(({ id, says, verb, object, change }) => (
                    <li key={id}>
                      <span>{says}</span>
                      <button type="button" className="button" onClick={() => undo(change)}>
                        {verb} <span className="visually-hidden">{object}</span>
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
  change: Change;
}

/** Every host that something was chosen for, by name. */
function sitesOf({ pausedHosts, providerByHost, silenced }: SiteSettings, catalogue: Catalogue) {
  const hosts = new Set([
    ...pausedHosts,
    ...Object.keys(providerByHost),
    ...silenced.map(({ host }) => host),
  ]);
  return [...hosts].sort().map((host) => {
    const choices: SiteChoice[] = silenced.filter((one) => one.host === host).map(silenceChoice);
    const provider = providerByHost[host];
    if (provider)
      choices.unshift({
        id: 'provider',
        says: `Shows codes of ${catalogue.provider(provider)?.name ?? provider}`,
        verb: 'Forget',
        object: host,
        change: providerSet(host, null),
      });
    if (pausedHosts.includes(host))
      choices.unshift({
        id: 'paused',
        says: 'Paused: no code is marked',
        verb: 'Resume',
        object: host,
        change: hostPaused(host, false),
      });
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
function useFocusAfter(onChange: (change: Change) => void) {
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
    undo(change: Change) {
      const all = buttons();
      left.current = { buttons: all.length, at: all.indexOf(document.activeElement as HTMLButtonElement) };
      onChange(change);
    },
  };
}
