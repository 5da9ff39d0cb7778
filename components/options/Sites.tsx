import { useRef } from 'react';
import type { VendorConsole } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getOwn } from '../../lib/core/get-own.ts';
import { getListSeparator, t } from '../../lib/core/i18n/translate.ts';
import type { Policy } from '../../lib/settings/apply-policy.ts';
import {
  type SettingsChange,
  setHostsPaused,
  setProvider,
  setSiteOverrides,
  suppressPlace,
} from '../../lib/settings/changes.ts';
import {
  ALL_SITES,
  getAddedOrigins,
  getMatchPatterns,
  getPatternHost,
  type HostAccess,
  isCovered,
  isEveryHost,
} from '../../lib/settings/match-patterns.ts';
import {
  getHostsWithChoices,
  type SiteOverrides,
  type SiteSettings,
} from '../../lib/settings/settings.ts';
import {
  Button,
  getPolicyNotice,
  Switch,
  SwitchSetting,
} from '../shared/controls.tsx';
import {
  formatSuppressedPlace,
  getOverrideText,
  interpolate,
} from '../shared/texts.tsx';

export interface SitesProps {
  settings: SiteSettings;
  policy: Policy;
  catalogue: Catalogue;
  access: HostAccess;
  onChange: (change: SettingsChange) => void;
  onRequestPermission: (origins: readonly string[]) => void;
  onRevokePermission: (origins: readonly string[]) => void;
}

export function Sites(props: SitesProps) {
  const { access, onRequestPermission, onRevokePermission } = props;
  const sites = getSites(props);
  const broad = access.origins.filter(isEveryHost);
  const list = useRef<HTMLDivElement>(null);

  return (
    <>
      <Consoles {...props} />
      <SwitchSetting
        id="everywhere"
        name={t('Explain codes on every site')}
        on={broad.length > 0}
        onChange={(on) =>
          on ? onRequestPermission(ALL_SITES) : onRevokePermission(broad)
        }
      >
        {t(
          'Errata then reads every page you open, including your bank and email, and may underline more numbers that aren’t error codes.',
        )}{' '}
        {t('What it reads stays in this browser.')}
      </SwitchSetting>
      <h3>{t('Your sites')}</h3>
      <div ref={list} tabIndex={-1}>
        {sites.length === 0 ? (
          <p className="soft">
            {t(
              'No sites yet. To add a site, open Errata’s popup on one of its pages.',
            )}{' '}
            {t(
              'Your choices for sites are listed here: pauses, providers and marks that you removed.',
            )}
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
                        <Button
                          onClick={() => {
                            choice.undo?.();
                            // The pressed button disappears.
                            list.current?.focus();
                          }}
                        >
                          {choice.verb}{' '}
                          <span className="er-hidden">{choice.object}</span>
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

interface StoredChoice {
  id: string;
  says: React.ReactNode;
  /** Label of the undo button, such as `Resume`. Screen readers also get `object`. */
  verb: string;
  object: string;
  /** Undefined if a policy sets the choice. */
  undo: (() => void) | undefined;
}

function getSites(props: SitesProps) {
  const { settings, policy, catalogue, access } = props;
  // Consoles have their own switches.
  const consoles = new Set(catalogue.consoles.flatMap(getMatchPatterns));

  const added = getAddedOrigins(access).filter(
    (pattern) => !isEveryHost(pattern) && !consoles.has(pattern),
  );

  const wanted = (policy.sites ?? []).filter(
    (pattern) => !isCovered(access.origins, pattern),
  );

  const hosts = new Set([
    ...[...added, ...wanted].map(getPatternHost),
    ...getHostsWithChoices(settings),
  ]);

  return [...hosts].sort().map((host) => ({
    host,
    choices: [
      ...getPermissionChoices(props, host, { added, wanted }),
      ...getPauseChoices(props, host),
      ...getOverrideChoices(props, host),
      ...getProviderChoices(props, host),
      ...getSuppressionChoices(props, host),
    ],
  }));
}

/** @param isLocked The policy made the choice. */
function createChoice(
  host: string,
  choice: Pick<StoredChoice, 'verb'> & { says: string; undo: () => void },
  isLocked = false,
): StoredChoice {
  const { verb, says, undo } = choice;

  return {
    id: verb + says,
    says: isLocked ? `${says}. ${getPolicyNotice()}` : says,
    verb,
    object: host,
    undo: isLocked ? undefined : undo,
  };
}

function getPermissionChoices(
  { onRequestPermission, onRevokePermission }: SitesProps,
  host: string,
  { added, wanted }: { added: readonly string[]; wanted: readonly string[] },
): StoredChoice[] {
  const isOfHost = (pattern: string) => getPatternHost(pattern) === host;

  const requested = wanted.filter(isOfHost).map((pattern) =>
    createChoice(host, {
      verb: t('Allow'),
      says: t('Requested by your organisation'),
      undo: () => onRequestPermission([pattern]),
    }),
  );

  const granted = added.filter(isOfHost).map((pattern) =>
    createChoice(host, {
      verb: t('Remove'),
      says: `${t('Added by you')}${pattern.startsWith('http:') ? ' (http)' : ''}`,
      undo: () => onRevokePermission([pattern]),
    }),
  );

  return [...requested.reverse(), ...granted.reverse()];
}

function getPauseChoices(
  { settings, policy, onChange }: SitesProps,
  host: string,
): StoredChoice[] {
  if (!settings.pausedHosts.includes(host)) return [];

  const choice = {
    verb: t('Resume'),
    says: t('Paused: no codes are marked'),
    undo: () => onChange(setHostsPaused([host], false)),
  };

  return [createChoice(host, choice, policy.pausedHosts?.includes(host))];
}

function getOverrideChoices(
  { settings, onChange }: SitesProps,
  host: string,
): StoredChoice[] {
  const { hover, sensitivity, timeZone } = getOwn(settings.bySite, host) ?? {};

  const createReset = (says: string, wish: SiteOverrides) =>
    createChoice(host, {
      verb: t('Reset'),
      says,
      undo: () => onChange(setSiteOverrides(host, wish)),
    });

  return [
    sensitivity &&
      createReset(t('Codes: $1', getOverrideText(sensitivity)), {
        sensitivity: undefined,
      }),
    hover &&
      createReset(t('Cards: $1', getOverrideText(hover)), {
        hover: undefined,
      }),
    timeZone
      ? createReset(t('Time zone: $1', timeZone), { timeZone: undefined })
      : undefined,
  ].filter((choice) => choice !== undefined);
}

function getProviderChoices(
  { settings, policy, catalogue, onChange }: SitesProps,
  host: string,
): StoredChoice[] {
  const provider = getOwn(settings.providerByHost, host);
  const name = provider && (catalogue.provider(provider)?.name ?? provider);
  if (!name) return [];

  const choice = {
    verb: t('Reset'),
    says: t('Provider: $1', name),
    undo: () => onChange(setProvider(host, null)),
  };

  return [createChoice(host, choice, host in (policy.providerByHost ?? {}))];
}

const getSuppressionChoices = (
  { settings, onChange }: SitesProps,
  host: string,
): StoredChoice[] =>
  settings.suppressions
    .filter((one) => one.host === host)
    .map((one) => ({
      id: `${one.code} ${one.by} ${one.words}`,
      says: interpolate(
        '$1 isn’t an error code $2',
        <span className="code-text">{one.code}</span>,
        formatSuppressedPlace(one),
      ),
      verb: t('Mark again'),
      object: t('$1 on $2 $3', one.code, host, formatSuppressedPlace(one)),
      undo: () => onChange(suppressPlace(one, false)),
    }));

function Consoles(props: SitesProps) {
  const { catalogue, access, onRequestPermission } = props;

  const { builtin = [], optional = [] } = Object.groupBy(
    catalogue.consoles,
    ({ access: from }) => from,
  );

  const blocked = builtin.filter((known) => !isConsoleAllowed(known, access));

  const names =
    blocked.length === builtin.length
      ? t('all $1 consoles', builtin.length)
      : blocked.map(({ name }) => name).join(getListSeparator());

  const groups = [
    [builtin, t('$1 consoles where Errata works by default', builtin.length)],
    [
      optional,
      t('$1 more consoles that need your permission', optional.length),
    ],
  ] as const;

  return (
    <>
      {blocked.length > 0 && (
        <div className="notice" role="status">
          <p>
            <b>{t('The browser blocks Errata on $1.', names)}</b>{' '}
            {t('No codes are marked there.')}
          </p>
          <Button
            onClick={() =>
              onRequestPermission(blocked.flatMap(getMatchPatterns))
            }
          >
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
                  {known.hosts
                    .map((host) => host.replace('https://', ''))
                    .join(', ')}
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
function ConsoleSwitch(props: SitesProps & { known: VendorConsole }) {
  const {
    known,
    settings,
    policy,
    access,
    onChange,
    onRequestPermission,
    onRevokePermission,
  } = props;

  const patterns = getMatchPatterns(known);
  const hosts = patterns.map(getPatternHost);
  const allowed = isConsoleAllowed(known, access);
  const paused = hosts.every((host) => settings.pausedHosts.includes(host));
  const isOptional = known.access === 'optional';

  if (
    isOptional &&
    allowed &&
    !patterns.every((pattern) => access.origins.includes(pattern))
  )
    return (
      <span className="soft">{t('included in access to every site')}</span>
    );

  return (
    <Switch
      on={allowed && !paused}
      labelledBy={getConsoleId(known)}
      locked={hosts.some((host) => policy.pausedHosts?.includes(host))}
      onChange={(on) => {
        if (on && !allowed) onRequestPermission(patterns);
        if (!on && isOptional) onRevokePermission(patterns);
        else if (on === paused) onChange(setHostsPaused(hosts, !on));
      }}
    />
  );
}

const getConsoleId = ({ name }: VendorConsole) =>
  `console-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
const isConsoleAllowed = (known: VendorConsole, { origins }: HostAccess) =>
  getMatchPatterns(known).every((pattern) => isCovered(origins, pattern));
