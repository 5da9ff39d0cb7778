import type { Claim, Entry, Source } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { Icon } from '../icons/Icon.tsx';
import { Disclosure } from './Disclosure.tsx';
import { confidenceWords, dateWords, sourceCount } from './wording.ts';

/** What each source says of the code, which ones disagree, and why Errata reads it as it does. A card shows the entry's note here too. */
export function SourceComparison({
  entry,
  catalogue,
  full,
}: {
  entry: Entry;
  catalogue: Catalogue;
  full: boolean;
}) {
  const against = entry.claims.filter((claim) => !claim.agrees);
  const agreeing = entry.claims.filter((claim) => claim.agrees);
  const remarked = agreeing.filter(({ reason }) => reason);
  const plain = agreeing.filter(({ reason }) => !reason);
  const count = sourceCount(agreeing.length, against.length);
  const confidence = confidenceWords(entry);
  const props = { entry, catalogue };
  return (
    <Disclosure
      open={full}
      summary={
        <>
          {count.agree}
          {against.length > 0 && (
            <>
              , <span className="er-dissent">{count.against}</span>
            </>
          )}
        </>
      }
    >
      <Claims claims={against} {...props} />
      {entry.decided && (
        <p className="er-decided">
          <strong>Why Errata reads it this way:</strong> {entry.decided}
        </p>
      )}
      <Claims claims={[...remarked, ...plain]} {...props} />
      {!full && entry.note && <p>{entry.note}</p>}
      {entry.where && <p className="er-soft">Seen in: {entry.where}</p>}
      {confidence && <p className="er-soft">{confidence}</p>}
    </Disclosure>
  );
}

interface ClaimsProps {
  claims: readonly Claim[];
  entry: Entry;
  catalogue: Catalogue;
}

function Claims({ claims, entry, catalogue }: ClaimsProps) {
  if (claims.length === 0) return null;
  return (
    <ul className="er-ledger">
      {claims.map((claim) => (
        <ClaimLine
          key={`${claim.source} ${claim.row} ${claim.title}`}
          claim={claim}
          entry={entry}
          source={catalogue.source(claim.source)}
        />
      ))}
    </ul>
  );
}

interface ClaimLineProps {
  claim: Claim;
  entry: Entry;
  source: Source | undefined;
}

function ClaimLine({ claim, entry, source }: ClaimLineProps) {
  const title = claim.title?.toLowerCase() === entry.title.toLowerCase() ? undefined : claim.title;
  // What a source advises is worth a line only where there is something to remark on.
  const remedy = claim.reason ? claim.remedy : undefined;
  const http = claim.http !== undefined && claim.http !== entry.http ? claim.http : undefined;
  return (
    <li data-agrees={claim.agrees}>
      <Icon name={claim.agrees ? 'yes' : 'no'} size={14} />
      <div>
        <span className="er-hidden">{claim.agrees ? 'Agrees: ' : 'Does not agree: '}</span>
        {title && <span className="er-claim">{title}</span>}
        {title && claim.says && ': '}
        {claim.says}
        {remedy && (
          <>
            {' '}
            <span className="er-soft">Advises:</span> {remedy}
          </>
        )}
        {http !== undefined && ` HTTP ${http}.`}
        <SourceLine source={source} claim={claim} />
        {claim.reason && <span className="er-reason">{claim.reason}</span>}
      </div>
    </li>
  );
}

function SourceLine({
  source,
  claim: { source: id, row, at },
}: {
  source: Source | undefined;
  claim: Claim;
}) {
  const name = source ? sourceName(source) : id;
  return (
    <span className="er-source">
      {source?.url ? (
        <a href={source.url} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {row !== undefined && `, row ${row}`}
      {at && `, ${at}`}
      {source && (
        <>
          , <span className="er-date">seen {dateWords(source.seen)}</span>
        </>
      )}
    </span>
  );
}

/** `Meta: Error codes`, but not `Meta: Meta error codes`. */
function sourceName({ name, publisher }: Source): string {
  return name.toLowerCase().includes(publisher.toLowerCase()) ? name : `${publisher}: ${name}`;
}
