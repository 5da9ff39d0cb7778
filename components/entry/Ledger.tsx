import type { Claim, Entry, Source } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { Icon } from '../icons/Icon.tsx';
import { Fold } from './Fold.tsx';
import { confidenceWords, dateWords, sourceCount } from './wording.ts';

/** Who says what of the code, who disagrees, and why Errata reads it as it does. */
export function Ledger({ entry, catalogue }: { entry: Entry; catalogue: Catalogue }) {
  const against = entry.claims.filter((claim) => !claim.agrees);
  const agreeing = entry.claims.filter((claim) => claim.agrees);
  const count = sourceCount(agreeing.length, against.length);
  return (
    <Fold
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
      {against.length > 0 && <Claims claims={against} entry={entry} catalogue={catalogue} />}
      {entry.decided && (
        <p className="er-decided">
          <strong>Why Errata reads it so:</strong> {entry.decided}
        </p>
      )}
      {agreeing.length > 0 && <Claims claims={agreeing} entry={entry} catalogue={catalogue} />}
      {entry.where && <p className="er-soft">Seen in: {entry.where}</p>}
      {entry.confidence !== 'confirmed' && <p className="er-soft">{confidenceWords[entry.confidence]}</p>}
    </Fold>
  );
}

interface ClaimsProps {
  claims: readonly Claim[];
  entry: Entry;
  catalogue: Catalogue;
}

function Claims({ claims, entry, catalogue }: ClaimsProps) {
  return (
    <ul className="er-ledger">
      {claims.map((claim) => (
        <ClaimLine
          key={`${claim.source} ${claim.row} ${claim.title}`}
          claim={claim}
          title={claim.title?.toLowerCase() === entry.title.toLowerCase() ? undefined : claim.title}
          source={catalogue.source(claim.source)}
        />
      ))}
    </ul>
  );
}

interface ClaimLineProps {
  claim: Claim;
  /** What the source calls the code, where that is not what Errata calls it. */
  title: string | undefined;
  source: Source | undefined;
}

function ClaimLine({ claim, title, source }: ClaimLineProps) {
  const name = source ? sourceName(source) : claim.source;
  return (
    <li data-agrees={claim.agrees}>
      <Icon name={claim.agrees ? 'yes' : 'no'} size={14} />
      <div>
        <span className="er-hidden">{claim.agrees ? 'Agrees: ' : 'Does not agree: '}</span>
        {title && <span className="er-claim">{title}</span>}
        {title && claim.says && ': '}
        {claim.says}
        <span className="er-source">
          {source?.url ? (
            <a href={source.url} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
          {claim.row !== undefined && `, row ${claim.row}`}
          {source && (
            <>
              , <span className="er-date">seen {dateWords(source.seen)}</span>
            </>
          )}
        </span>
        {claim.reason && <span className="er-reason">{claim.reason}</span>}
      </div>
    </li>
  );
}

/** `Meta: Error codes`, but not `Meta: Meta error codes`. */
function sourceName({ name, publisher }: Source): string {
  return name.toLowerCase().includes(publisher.toLowerCase()) ? name : `${publisher}: ${name}`;
}
