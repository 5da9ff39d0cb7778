import type { Console } from '../../data/schema.ts';
import { moreText } from '../../lib/explain/counted.ts';
import { t } from '../../lib/language/translate.ts';
import { type Access, hostOf, isCovered, patternsOf } from '../../lib/settings/access.ts';
import { type Change, hostsPaused } from '../../lib/settings/changes.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { Button, Switch } from '../shared/controls.tsx';

export interface ConsolesProps {
  consoles: readonly Console[];
  access: Access;
  pausedHosts: readonly string[];
  policy: Policy;
  onChange: (change: Change) => void;
  /** Requests the host permissions of these match patterns. */
  onAsk: (origins: readonly string[]) => void;
  onGiveBack: (origins: readonly string[]) => void;
}

/** All consoles that Errata knows, each with a switch. */
export function Consoles(props: ConsolesProps) {
  const { consoles, access, onAsk } = props;
  const builtin = consoles.filter(({ access: from }) => from === 'builtin');
  const optional = consoles.filter(({ access: from }) => from === 'optional');
  const blocked = builtin.filter((known) => !isAllowed(known, access));
  return (
    <>
      {blocked.length > 0 && (
        <div className="notice" role="status">
          <p>
            <b>{t('The browser blocks Errata on $1.', namesOf(blocked, builtin.length))}</b>{' '}
            {t('No codes are marked there.')}
          </p>
          <Button onClick={() => onAsk(blocked.flatMap(patternsOf))}>{t('Allow access')}</Button>
        </div>
      )}
      <ConsoleList
        {...props}
        consoles={builtin}
        summary={t('$1 consoles where Errata works by default', builtin.length)}
      />
      {optional.length > 0 && (
        <ConsoleList
          {...props}
          consoles={optional}
          summary={t('$1 more. The browser asks for permission when you turn one on', optional.length)}
        />
      )}
    </>
  );
}

function ConsoleList(props: ConsolesProps & { summary: string }) {
  const { consoles, summary } = props;
  return (
    <details>
      <summary>{summary}</summary>
      <ul className="consoles">
        {consoles.map((known) => (
          <li key={known.name}>
            <span id={idOf(known)}>{known.name}</span>
            <span className="soft">
              {known.hosts.map((host) => host.replace('https://', '')).join(', ')}
              {known.paths && ` (${t('only $1', known.paths.join(', '))})`}
            </span>
            <ConsoleSwitch {...props} known={known} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Pauses a console of the manifest. Revokes the permission of any other, unless it is granted with all sites. */
function ConsoleSwitch(props: ConsolesProps & { known: Console }) {
  const { known, access, pausedHosts, onChange, onAsk, onGiveBack } = props;
  const patterns = patternsOf(known);
  const hosts = patterns.map(hostOf);
  const allowed = isAllowed(known, access);
  const paused = hosts.every((host) => pausedHosts.includes(host));
  const isOptional = known.access === 'optional';
  if (isOptional && allowed && !isGrantedAlone(known, access))
    return <span className="soft">{t('included in every-site access')}</span>;
  return (
    <Switch
      on={allowed && !paused}
      labelledBy={idOf(known)}
      locked={hosts.some((host) => props.policy.pausedHosts?.includes(host))}
      onChange={(on) => {
        if (on && !allowed) onAsk(patterns);
        if (!on && isOptional) onGiveBack(patterns);
        else if (on === paused) onChange(hostsPaused(hosts, !on));
      }}
    />
  );
}

const idOf = ({ name }: Console) => `console-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
const isAllowed = (known: Console, { origins }: Access) =>
  patternsOf(known).every((pattern) => isCovered(origins, pattern));
const isGrantedAlone = (known: Console, { origins }: Access) =>
  patternsOf(known).every((pattern) => origins.includes(pattern));

function namesOf(blocked: readonly Console[], all: number): string {
  if (blocked.length === all) return t('all $1 consoles', all);
  const names = blocked.slice(0, 3).map(({ name }) => name);
  const more = blocked.length - names.length;
  return more > 0 ? `${names.join(', ')} ${moreText(more)}` : names.join(', ');
}
