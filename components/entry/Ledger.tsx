import type { Claim, Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { Icon } from '../icons/Icon.tsx';
import { Fold } from './Fold.tsx';
import { confidenceWords, dateWords, sourceCount } from './wording.ts';

/** Who says what of the code, who disagrees, and why Errata reads it as it does. */
export function Ledger({ entry, catalogue }: { entry: Entry; catalogue: Catalogue }) {
  const against = entry.claims.filter((claim) => !claim.agrees);
  const agreeing = entry.claims.length - against.length;
  return (
    <Fold
      summary={
        <>
          {sourceCount(agreeing, against.length).agree}
          {against.length > 0 && (
            <>
              , <span className="er-dissent">{sourceCount(agreeing, against.length).against}</span>
            </>
          )}
        </>
      }
    >
      <ul className="er-ledger">
        {[...entry.claims]
          .sort((a, b) => Number(b.agrees) - Number(a.agrees))
          .map((claim) => (
            <ClaimLine
              key={`${claim.source} ${claim.row} ${claim.title}`}
              claim={claim}
              catalogue={catalogue}
            />
          ))}
      </ul>
      {entry.decided && (
        <p className="er-decided">
          <strong>Why Errata reads it so:</strong> {entry.decided}
        </p>
      )}
      {entry.where && <p className="er-soft">Seen in: {entry.where}</p>}
      {entry.confidence !== 'confirmed' && <p className="er-soft">{confidenceWords[entry.confidence]}</p>}
    </Fold>
  );
}

function ClaimLine({ claim, catalogue }: { claim: Claim; catalogue: Catalogue }) {
  const source = catalogue.source(claim.source);
  const name = source?.name ?? claim.source;
  return (
    <li data-agrees={claim.agrees}>
      <Icon name={claim.agrees ? 'yes' : 'no'} size={14} />
      <div>
        <span className="er-hidden">{claim.agrees ? 'Agrees: ' : 'Does not agree: '}</span>
        {claim.title && <span className="er-claim">{claim.title}</span>}
        {claim.title && claim.says && ': '}
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
          {source && `, seen ${dateWords(source.seen)}`}
        </span>
        {claim.reason && <span className="er-reason">{claim.reason}</span>}
      </div>
    </li>
  );
}
