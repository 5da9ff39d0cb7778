import { useContext } from 'react';
import type { Entry, VendorConsole } from '../../data/schema.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import {
  findNeighbour,
  findSimilarCodes,
} from '../../lib/catalogue/nearest-codes.ts';
import { getRegistryId } from '../../lib/core/entry-key.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import {
  CopyButton,
  EntryButton,
  MoreButton,
  NewTabLink,
} from './controls.tsx';
import { SenderMessage, ShortText } from './EntryBody.tsx';
import { EntryLink, type EntryLinking, EntryLinks } from './EntryLink.tsx';
import { NotesContext } from './TeamNote.tsx';

export interface CodeAdvice {
  nearest?: readonly Entry[];
  vendorConsole?: VendorConsole | undefined;
  onSearch?: ((query: string) => void) | null;
}

interface UnknownCodeProps
  extends EntryLinking,
    CodeAdvice,
    Pick<
      Explanation,
      'code' | 'family' | 'said' | 'parent' | 'within' | 'others'
    > {
  /** Shows what is left out at first sight. Null if nothing is. */
  onMore: (() => void) | null;
}

const MAX_NAMED = 5;
/** Maximum number of offered codes at first sight, which leaves the card its height. */
const MAX_GLANCE_NAMED = 2;

export function UnknownCode(props: UnknownCodeProps) {
  const {
    code,
    family,
    said,
    parent,
    within = [],
    others,
    catalogue,
    onChoose,
    onMore,
  } = props;

  const about = family ?? `${t('Not in the catalogue')}.`;
  const isSingle = !parent && within.length === 0;

  // Other providers' exact number before a slip of a digit.
  const similar =
    others.length > 0
      ? others
      : (props.nearest ?? findSimilarCodes(code, catalogue));

  const offered = isSingle ? similar : [];
  const lead = others.length > 0 ? t('Same code elsewhere') : t('Did you mean');

  const links = offered
    .slice(0, onMore ? MAX_GLANCE_NAMED : MAX_NAMED)
    .map((entry, at) => (at === 0 ? { entry, lead } : { entry }));

  return (
    <div className="er-body">
      {onMore ? <ShortText text={about} isTranslated /> : <p>{about}</p>}
      {!onMore && <SenderMessage said={said} />}
      {parent && (
        <>
          <p>
            {t('The code it appears with is in the catalogue. $1', parent.next)}
          </p>
          <EntryLink
            entry={parent}
            lead={t('Appears with')}
            catalogue={catalogue}
            onChoose={onChoose}
          />
        </>
      )}
      <CodesInRange within={within} catalogue={catalogue} onChoose={onChoose} />
      {links.length > 0 && (
        <section aria-label={lead}>
          <EntryLinks links={links} catalogue={catalogue} onChoose={onChoose} />
        </section>
      )}
      {onMore ? (
        <MoreButton onClick={onMore} />
      ) : (
        <>
          <p className="er-soft">
            {t(
              'Errata doesn’t guess. The text next to the code or the provider’s documentation may say more.',
            )}
          </p>
          <NextActions
            {...props}
            lists={findLists(props, parent ? [parent] : within)}
          />
        </>
      )}
    </div>
  );
}

function CodesInRange(props: EntryLinking & { within: readonly Entry[] }) {
  const { within, catalogue, onChoose } = props;
  if (within.length === 0) return null;

  return (
    <>
      <p>
        {within.length > MAX_NAMED
          ? t('Some of the $1 codes in this range:', within.length)
          : t('Codes in this range:')}
      </p>
      {within.slice(0, MAX_NAMED).map((entry) => (
        <EntryLink
          key={entry.key}
          entry={entry}
          catalogue={catalogue}
          onChoose={onChoose}
        />
      ))}
    </>
  );
}

export const UnknownVerdict = () => (
  <div className="er-verdict" data-mark="nobody">
    <MarkIcon mark="nobody" size={18} />
    <p className="er-turn">
      <strong>{formatPlan('check')}</strong>
    </p>
    <p className="er-next">
      {t('Do not send it again in bulk until you know the cause.')}
    </p>
  </div>
);

function findLists(
  { code, vendorConsole, catalogue }: UnknownCodeProps,
  own: readonly Entry[],
) {
  const [most] = [...Map.groupBy(own, getRegistryId).values()].sort(
    (a, b) => b.length - a.length,
  );

  const near = most?.[0] ?? findNeighbour(code, catalogue);

  const getApis = (id: string | undefined) =>
    catalogue.provider(id ?? '')?.apis ?? [];

  const ofConsole = getApis(vendorConsole?.provider).find(({ list }) => list);

  const ofNear = getApis(near?.provider).find(({ id }) => id === near?.api);

  const lists = [ofConsole, ofNear].flatMap((api) =>
    api?.list ? [[api.list, api.name] as const] : [],
  );

  return [...new Map(lists)];
}

function NextActions(
  props: UnknownCodeProps & {
    lists: readonly (readonly [url: string, name: string])[];
  },
) {
  const { code, vendorConsole, catalogue, lists, onSearch } = props;
  // Pages of the extension can write notes and link to each other. A card can do neither.
  const canDefine = useContext(NotesContext).onWrite !== undefined;
  const issues: string | null | undefined = import.meta.env.WXT_ISSUES;

  const provider =
    vendorConsole && catalogue.provider(vendorConsole.provider)?.name;

  const title = `Unknown code: ${code}`;

  const report = [
    title,
    ...(provider ? [`Provider: ${provider}`] : []),
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Catalogue: ${catalogue.version}`,
  ].join('\n');

  const newIssue =
    issues && `${issues}/new?${new URLSearchParams({ title, body: report })}`;

  const links: (readonly [
    url: string | false | null | undefined,
    text: string,
  ])[] = [
    ...lists.map(
      ([url, name]) => [url, t('The provider’s own list: $1', name)] as const,
    ),
    [
      canDefine && `options.html?define=${encodeURIComponent(code)}`,
      t('Add it to your team’s codes'),
    ],
    [newIssue, t('Report it to Errata')],
  ];

  return (
    <ul className="er-actions">
      {links.map(
        ([url, text]) =>
          url && (
            <li key={url}>
              <NewTabLink href={url}>{text}</NewTabLink>
            </li>
          ),
      )}
      <li>
        {!issues && (
          <CopyButton getText={() => report} label={t('Copy a report')} />
        )}
        {onSearch && (
          <EntryButton onClick={() => onSearch(code)}>
            {t('Search the catalogue')}
          </EntryButton>
        )}
      </li>
    </ul>
  );
}
