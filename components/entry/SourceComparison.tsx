import type { Claim, Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { formatDate } from '../../lib/catalogue/data-freshness.ts';
import { formatSource } from '../../lib/format/explanation-text.ts';
import { formatWhereSeen } from '../../lib/format/verdict-text.ts';
import { getListSeparator, t, tPlural } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { Disclosure } from './controls.tsx';
import { EnglishText } from './EnglishText.tsx';
import { EntryLinks } from './EntryLink.tsx';
import { findAliasEntries, type RelatedProps } from './RelatedEntries.tsx';
import { formatConfidence } from './wording.ts';

export function SourceComparison({ entry, catalogue, onChoose }: RelatedProps) {
  const against = entry.claims.filter((claim) => !claim.agrees);
  const agreeing = entry.claims.filter((claim) => claim.agrees);
  const aliases = findAliasEntries(entry, catalogue);
  const confidence = formatConfidence(entry);
  if (entry.own) return null;
  const provider = catalogue.provider(entry.provider)?.name ?? '';
  const ownDiffers = against.some(({ source }) => catalogue.source(source)?.publisher === provider);
  return (
    <Disclosure
      summary={
        <>
          {formatConfirmation(entry, catalogue)}
          {ownDiffers && getListSeparator()}
          {ownDiffers && <span className="er-dissent">{t('$1’s own pages differ', provider)}</span>}
        </>
      }
    >
      {entry.decided && (
        <p>
          <strong>{t('Why Errata uses this meaning:')}</strong> <EnglishText>{entry.decided}</EnglishText>
        </p>
      )}
      <ClaimList claims={agreeing} {...{ entry, catalogue }} />
      {against.length > 0 && (
        <p className="er-soft">
          {tPlural(
            against.length,
            '$1 list on the web gets this wrong',
            '$1 lists on the web get this wrong',
          )}
          :
        </p>
      )}
      <ClaimList claims={against} {...{ entry, catalogue }} />
      {entry.note && (
        <p>
          <EnglishText>{entry.note}</EnglishText>
        </p>
      )}
      {entry.where && <p className="er-soft">{t('Appears in: $1.', formatWhereSeen(entry.where))}</p>}
      {entry.unaffected && (
        <p className="er-soft">
          {t('Not affected:')} <EnglishText>{entry.unaffected}</EnglishText>
        </p>
      )}
      {entry.seenIn && <p className="er-soft">{t('Seen in: $1', entry.seenIn)}</p>}
      {confidence && <p className="er-soft">{confidence}</p>}
      {aliases.length > 0 && (
        <>
          <p className="er-lead">{t('Shown by providers as')}:</p>
          <EntryLinks links={aliases} why="related" {...{ catalogue, onChoose }} />
        </>
      )}
    </Disclosure>
  );
}

/** Names whose pages confirm the meaning, the provider's first: `Confirmed by Meta and 9 others`. */
function formatConfirmation({ claims, provider }: Entry, catalogue: Catalogue): string {
  const publishers = new Set(
    claims.flatMap(({ agrees, source }) => (agrees ? (catalogue.source(source)?.publisher ?? source) : [])),
  );
  const own = catalogue.provider(provider)?.name ?? '';
  const [first = ''] = publishers.has(own) ? [own] : publishers;
  return publishers.size < 2
    ? t('Confirmed by $1', first)
    : tPlural(publishers.size - 1, 'Confirmed by $2 and $1 other', 'Confirmed by $2 and $1 others', first);
}

function ClaimList(props: { claims: readonly Claim[]; entry: Entry; catalogue: Catalogue }) {
  const { claims, entry, catalogue } = props;
  if (claims.length === 0) return null;
  return (
    <ul className="er-sources">
      {claims.map((claim) => (
        <ClaimLine key={`${claim.source} ${claim.row} ${claim.title}`} {...{ claim, entry, catalogue }} />
      ))}
    </ul>
  );
}

function ClaimLine({ claim, entry, catalogue }: { claim: Claim; entry: Entry; catalogue: Catalogue }) {
  const { agrees, says, reason, row, at } = claim;
  const title = claim.title?.toLowerCase() === entry.title.toLowerCase() ? undefined : claim.title;
  const http = claim.http !== undefined && claim.http !== entry.http ? `HTTP ${claim.http}.` : undefined;
  const source = catalogue.source(claim.source);
  const { url, seen } = source ?? {};
  const name = source ? formatSource(source, ': ') : claim.source;
  const notes = [row !== undefined && t('row $1', String(row)), at];
  const line = <SourceLink {...{ name, url, seen, notes }} />;
  return (
    <li data-agrees={agrees}>
      <Icon name={agrees ? 'yes' : 'no'} size={14} />
      <div>
        <span className="er-hidden">{agrees ? t('Agrees:') : t('Disagrees:')} </span>
        {agrees && line}
        {agrees && (title || http) && ': '}
        {title && (
          <span className="er-claim">
            <EnglishText isVerbatim>{title}</EnglishText>
          </span>
        )}
        {!agrees && title && says && ': '}
        {!agrees && <EnglishText>{says}</EnglishText>}
        {!agrees && claim.remedy && (
          <>
            {' '}
            <span className="er-soft">{t('Advises:')}</span> <EnglishText>{claim.remedy}</EnglishText>
          </>
        )}
        {http && ` ${http}`}
        {!agrees && line}
        {reason && (
          <span className="er-reason">
            <EnglishText>{reason}</EnglishText>
          </span>
        )}
      </div>
    </li>
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
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {notes.map((note) => note && getListSeparator() + note)}
      {seen && getListSeparator()}
      {seen && <span className="er-date">{t('seen $1', formatDate(seen))}</span>}
    </span>
  );
}
