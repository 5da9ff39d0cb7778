import { Fragment, type ReactNode } from 'react';
import type { Claim, Entry, Relation } from '../../data/schema.ts';
import { formatNumberWord } from '../../lib/answer/format/answer-options.ts';
import { formatSource } from '../../lib/answer/format/explanation-text.ts';
import { formatMoreCount } from '../../lib/answer/format/failure-counts.ts';
import { formatWhereSeen } from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getClaimUrl } from '../../lib/catalogue/claim-url.ts';
import { formatDate } from '../../lib/catalogue/data-freshness.ts';
import { createFrequencyRank } from '../../lib/catalogue/popularity.ts';
import {
  findAmbiguousWrappedCodes,
  findRelated,
  findSuccessors,
  isInferredRelation,
} from '../../lib/catalogue/relations.ts';
import { getListSeparator, t, tPlural } from '../../lib/core/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { Disclosure, NewTabLink } from './controls.tsx';
import { EnglishText } from './EnglishText.tsx';
import { Code } from './EntryBody.tsx';
import { type EntryLinking, EntryLinks } from './EntryLink.tsx';
import { formatConfidence, INFERRED_TEXT, RELATION_TEXTS } from './wording.ts';

interface RelatedProps extends EntryLinking {
  entry: Entry;
}

/** Relations that the view shows elsewhere: successors with the deprecation notice, wrapped codes below the meaning, aliases with the sources. */
const RELATIONS_SHOWN_ELSEWHERE: readonly Relation[] = [
  'successor',
  'behind',
  'shown-as',
];

export function RelatedEntries(
  props: RelatedProps & { others: readonly Entry[] },
) {
  const { entry, others, catalogue, onChoose } = props;

  const known = (entry.related ?? []).flatMap(({ key, as }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [{ as, entry, lead: t(RELATION_TEXTS[as]) }] : [];
  });

  const related = known.filter(
    ({ as }) => !RELATIONS_SHOWN_ELSEWHERE.includes(as),
  );

  const codes = related.map(({ entry: { code } }) => code);
  const elsewhere = others.map((other) => ({ entry: other }));

  const parts = [
    [
      t('Same code elsewhere'),
      elsewhere,
      'meaning',
      listFirst(others.map(catalogue.apiName), 'bdi'),
    ],
    [t('Related'), related, 'related', listFirst(codes, Code)],
  ] as const;

  return parts.map(
    ([lead, links, why, first]) =>
      links.length > 0 && (
        <Disclosure
          key={lead}
          summary={
            <>
              {lead}: {first}
            </>
          }
        >
          <EntryLinks
            links={links}
            why={why}
            catalogue={catalogue}
            onChoose={onChoose}
          />
        </Disclosure>
      ),
  );
}

const MAX_NAMED = 4;

function listFirst(all: readonly string[], Part: typeof Code | 'bdi') {
  const distinct = [...new Set(all)];

  return (
    <>
      {distinct.slice(0, MAX_NAMED).map((one, at) => (
        <Fragment key={one}>
          {at > 0 && getListSeparator()}
          <Part>{one}</Part>
        </Fragment>
      ))}
      {distinct.length > MAX_NAMED &&
        ` ${formatMoreCount(distinct.length - MAX_NAMED)}`}
    </>
  );
}

export function WrappedCodes({ entry, catalogue, onChoose }: RelatedProps) {
  const behind = (entry.related ?? []).flatMap(({ key, as, via }) => {
    const other = as === 'behind' ? catalogue.byKey.get(key) : undefined;
    const way = via && catalogue.byKey.get(via)?.code;

    return other
      ? [
          {
            entry: other,
            way,
            inferred: !way && isInferredRelation(entry, other),
          },
        ]
      : [];
  });

  if (behind.length === 0) return null;

  const direct = behind.filter(({ way }) => !way);
  const allInferred = direct.every(({ inferred }) => inferred);

  const links = behind.map(({ entry, way, inferred }) => {
    const own = inferred && !allInferred ? `${t(INFERRED_TEXT)}:` : undefined;
    return { entry, lead: way ? t('via $1', way) : own };
  });

  const lost = findAmbiguousWrappedCodes(entry);
  const [first] = lost;
  const registry = first && catalogue.byKey.get(first);

  return (
    <section className="er-behind" aria-label={t('Underlying codes')}>
      <p className="er-lead">
        {t('Underlying codes')}
        {allInferred && getListSeparator() + t(INFERRED_TEXT)}
        {registry && (
          <>
            :{' '}
            {t(
              '$1 codes of the $2 map to this one, and $3 doesn’t say which one occurred',
              formatNumberWord(lost.length),
              catalogue.apiName(registry),
              catalogue.provider(entry.provider)?.name ?? '',
            )}
          </>
        )}
      </p>
      <EntryLinks links={links} catalogue={catalogue} onChoose={onChoose} />
    </section>
  );
}

export function RetiredNotice({ entry, catalogue, onChoose }: RelatedProps) {
  const links = findSuccessors(entry, catalogue).map((now) => ({
    entry: now,
    lead: t('Replaced by'),
  }));

  if (!entry.deprecated && !entry.renamedFrom && links.length === 0)
    return null;

  return (
    <div className="er-retired">
      {entry.deprecated && (
        <p>
          <strong>{t('Retired')}.</strong>{' '}
          <EnglishText>{entry.deprecated}</EnglishText>
        </p>
      )}
      {entry.renamedFrom && (
        <p>{t('Formerly called “$1”.', entry.renamedFrom)}</p>
      )}
      {links.length > 0 && (
        <EntryLinks links={links} catalogue={catalogue} onChoose={onChoose} />
      )}
    </div>
  );
}

export function SourceComparison({ entry, catalogue, onChoose }: RelatedProps) {
  const against = entry.claims.filter((claim) => !claim.agrees);
  const agreeing = entry.claims.filter((claim) => claim.agrees);
  const confidence = formatConfidence(entry);

  if (entry.own) return null;

  const rank = createFrequencyRank(catalogue);

  const aliases = findRelated(['shown-as'], entry, catalogue.byKey).map(
    (alias) => ({
      entry: alias,
    }),
  );

  aliases.sort((a, b) => rank(a.entry) - rank(b.entry));

  const provider = catalogue.provider(entry.provider)?.name ?? '';

  const ownDiffers = against.some(
    ({ source }) => catalogue.source(source)?.publisher === provider,
  );

  return (
    <Disclosure
      summary={
        <>
          {formatConfirmation(entry, catalogue)}
          {ownDiffers && getListSeparator()}
          {ownDiffers && (
            <span className="er-dissent">
              {t('$1’s own pages disagree', provider)}
            </span>
          )}
        </>
      }
    >
      {entry.decided && (
        <p>
          <strong>{t('Why Errata uses this meaning:')}</strong>{' '}
          <EnglishText>{entry.decided}</EnglishText>
        </p>
      )}
      <ClaimList claims={agreeing} entry={entry} catalogue={catalogue} />
      {against.length > 0 && (
        <p className="er-soft">
          {tPlural(
            against.length,
            '$1 online source gets this wrong',
            '$1 online sources get this wrong',
          )}
          :
        </p>
      )}
      <ClaimList claims={against} entry={entry} catalogue={catalogue} />
      {entry.note && (
        <p>
          <EnglishText>{entry.note}</EnglishText>
        </p>
      )}
      {entry.where && (
        <p className="er-soft">
          {t('Appears in: $1.', formatWhereSeen(entry.where))}
        </p>
      )}
      {entry.unaffected && (
        <p className="er-soft">
          {t('Not affected:')} <EnglishText>{entry.unaffected}</EnglishText>
        </p>
      )}
      {entry.seenIn && (
        <p className="er-soft">{t('Seen in: $1', entry.seenIn)}</p>
      )}
      {confidence && <p className="er-soft">{confidence}</p>}
      {aliases.length > 0 && (
        <>
          <p className="er-lead">{t('Shown by providers as')}:</p>
          <EntryLinks
            links={aliases}
            catalogue={catalogue}
            onChoose={onChoose}
          />
        </>
      )}
    </Disclosure>
  );
}

/** Names who explains the code, the provider first: `Confirmed by Meta and 9 others`, or how little is known. */
function formatConfirmation(
  { claims, confidence, provider }: Entry,
  catalogue: Catalogue,
): string {
  if (confidence === 'seen-in-use')
    return t('Seen in public code, author not named');

  const publishers = new Set(
    claims.flatMap((claim) => {
      const source = catalogue.source(claim.source);
      const canBeOpened = getClaimUrl(claim, source) !== null;

      return claim.agrees && source && canBeOpened ? source.publisher : [];
    }),
  );

  const own = catalogue.provider(provider)?.name ?? '';
  const [first = ''] = publishers.has(own) ? [own] : publishers;
  const others = publishers.size - 1;

  if (confidence === 'single-source')
    return others < 1
      ? t('According to $1', first)
      : tPlural(
          others,
          'According to $2 and $1 other',
          'According to $2 and $1 others',
          first,
        );

  return others < 1
    ? t('Confirmed by $1', first)
    : tPlural(
        others,
        'Confirmed by $2 and $1 other',
        'Confirmed by $2 and $1 others',
        first,
      );
}

function ClaimList(props: {
  claims: readonly Claim[];
  entry: Entry;
  catalogue: Catalogue;
}) {
  const { claims, entry, catalogue } = props;
  if (claims.length === 0) return null;

  return (
    <ul className="er-sources">
      {claims.map((claim) => (
        <ClaimLine
          key={Object.values(claim).join()}
          claim={claim}
          entry={entry}
          catalogue={catalogue}
        />
      ))}
    </ul>
  );
}

function ClaimLine({
  claim,
  entry,
  catalogue,
}: {
  claim: Claim;
  entry: Entry;
  catalogue: Catalogue;
}) {
  const { agrees, reason } = claim;
  const url = getClaimUrl(claim, catalogue.source(claim.source)) ?? undefined;

  const line = <ClaimSource claim={claim} url={url} catalogue={catalogue} />;

  return (
    <li data-agrees={agrees}>
      <Icon name={agrees ? 'yes' : 'no'} size={14} />
      <div>
        <span className="er-hidden">
          {agrees ? t('Agrees:') : t('Disagrees:')}{' '}
        </span>
        {agrees ? (
          <Agreement claim={claim} entry={entry} line={line} />
        ) : (
          <Disagreement claim={claim} entry={entry} line={line} />
        )}
        {reason && (
          <span className="er-reason">
            <EnglishText>{reason}</EnglishText>
          </span>
        )}
      </div>
    </li>
  );
}

interface ClaimTextProps {
  claim: Claim;
  entry: Entry;
  /** The source with its address. */
  line: ReactNode;
}

function Agreement({ claim, entry, line }: ClaimTextProps) {
  const title = getOtherTitle(claim, entry);
  const http = getOtherStatus(claim, entry);

  return (
    <>
      {line}
      {(title || http) && ': '}
      <ClaimTitle title={title} />
      {http && ` ${http}`}
    </>
  );
}

function Disagreement({ claim, entry, line }: ClaimTextProps) {
  const { says, remedy } = claim;
  const title = getOtherTitle(claim, entry);
  const http = getOtherStatus(claim, entry);

  return (
    <>
      <ClaimTitle title={title} />
      {title && says && ': '}
      <EnglishText>{says}</EnglishText>
      {remedy && (
        <>
          {' '}
          <span className="er-soft">{t('Advises:')}</span>{' '}
          <EnglishText>{remedy}</EnglishText>
        </>
      )}
      {http && ` ${http}`}
      {line}
    </>
  );
}

const ClaimTitle = ({ title }: { title: string | undefined }) =>
  title && (
    <span className="er-claim">
      <EnglishText isVerbatim>{title}</EnglishText>
    </span>
  );

/** Returns the title that a source gives an entry, if it is another. */
const getOtherTitle = ({ title }: Claim, entry: Entry): string | undefined =>
  title?.toLowerCase() === entry.title.toLowerCase() ? undefined : title;

const getOtherStatus = ({ http }: Claim, entry: Entry): string | undefined =>
  http === undefined || http === entry.http ? undefined : `HTTP ${http}.`;

function ClaimSource(props: {
  claim: Claim;
  url: string | undefined;
  catalogue: Catalogue;
}) {
  const { claim, url, catalogue } = props;
  const source = catalogue.source(claim.source);
  const gone = url && catalogue.deadLinks?.[url];

  return (
    <SourceLink
      name={source ? formatSource(source, ': ') : claim.source}
      url={url}
      seen={source?.seen}
      notes={[
        claim.row !== undefined && t('row $1', String(claim.row)),
        claim.at,
        gone && t('page gone since $1', formatDate(gone)),
      ]}
    />
  );
}

export function SourceLink(props: {
  name: string;
  url: string | undefined;
  notes: readonly (string | false | undefined)[];
  seen: string | undefined;
}) {
  const { name, url, notes, seen } = props;

  return (
    <span className="er-source">
      {url ? <NewTabLink href={url}>{name}</NewTabLink> : name}
      {notes.map((note) => note && getListSeparator() + note)}
      {seen && getListSeparator()}
      {seen && (
        <span className="er-date">{t('checked $1', formatDate(seen))}</span>
      )}
    </span>
  );
}
