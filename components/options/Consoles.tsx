import type { VendorConsole } from '../../data/schema.ts';
import { getListSeparator, t } from '../../lib/i18n/translate.ts';
import { type SettingsChange, setHostsPaused } from '../../lib/settings/changes.ts';
import {
  formatPatternHost,
  getMatchPatterns,
  type HostAccess,
  isCovered,
} from '../../lib/settings/host-access.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { Button, Switch } from '../shared/controls.tsx';

export interface ConsolesProps {
  consoles: readonly VendorConsole[];
  access: HostAccess;
  pausedHosts: readonly string[];
  policy: Policy;
  onChange: (change: SettingsChange) => void;
  onRequestPermission: (origins: readonly string[]) => void;
  onRevokePermission: (origins: readonly string[]) => void;
}

export function Consoles(props: ConsolesProps) {
  const { consoles, access, onRequestPermission } = props;
  const builtin = consoles.filter(({ access: from }) => from === 'builtin');
  const optional = consoles.filter(({ access: from }) => from === 'optional');
  const blocked = builtin.filter((known) => !isConsoleAllowed(known, access));
  const groups = [
    [builtin, t('$1 consoles where Errata works by default', builtin.length)],
    [optional, t('$1 more. The browser asks for permission when you turn one on', optional.length)],
  ] as const;
  return (
    <>
      {blocked.length > 0 && (
        <div className="notice" role="status">
          <p>
            <b>
              {t(
                'The browser blocks Errata on $1.',
                blocked.length === builtin.length
                  ? t('all $1 consoles', builtin.length)
                  : blocked.map(({ name }) => name).join(getListSeparator()),
              )}
            </b>{' '}
            {t('No codes are marked there.')}
          </p>
          <Button onClick={() => onRequestPermission(blocked.flatMap(getMatchPatterns))}>
            {t('Allow access')}
          </Button>
        </div>
      )}
      {groups.map(([listed, summary]) => (
        <details key={summary}>
          <summary>{summary}</summary>
          <ul className="consoles">
            {listed.map((known) => (
              <li key={known.name}>
                <span id={getConsoleId(known)}>{known.name}</span>
                <span className="soft">
                  {known.hosts.map((host) => host.replace('https://', '')).join(', ')}
                  {known.paths && ` (${t('only $1', known.paths.join(', '))})`}
                </span>
                <ConsoleSwitch {...props} known={known} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** Pauses a console of the manifest. Revokes the permission of any other, unless it is granted with all sites. */
function ConsoleSwitch(props: ConsolesProps & { known: VendorConsole }) {
  const { known, access, pausedHosts, onChange, onRequestPermission, onRevokePermission } = props;
  const patterns = getMatchPatterns(known);
  const hosts = patterns.map(formatPatternHost);
  const allowed = isConsoleAllowed(known, access);
  const paused = hosts.every((host) => pausedHosts.includes(host));
  const isOptional = known.access === 'optional';
  if (isOptional && allowed && !isGrantedAlone(known, access))
    return <span className="soft">{t('included in every-site access')}</span>;
  return (
    <Switch
      on={allowed && !paused}
      labelledBy={getConsoleId(known)}
      locked={hosts.some((host) => props.policy.pausedHosts?.includes(host))}
      onChange={(on) => {
        if (on && !allowed) onRequestPermission(patterns);
        if (!on && isOptional) onRevokePermission(patterns);
        else if (on === paused) onChange(setHostsPaused(hosts, !on));
      }}
    />
  );
}

const getConsoleId = ({ name }: VendorConsole) => `console-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
const isConsoleAllowed = (known: VendorConsole, { origins }: HostAccess) =>
  getMatchPatterns(known).every((pattern) => isCovered(origins, pattern));
const isGrantedAlone = (known: VendorConsole, { origins }: HostAccess) =>
  getMatchPatterns(known).every((pattern) => origins.includes(pattern));
