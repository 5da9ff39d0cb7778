import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Finding } from '../../lib/explain/finding.ts';
import { verdictLine } from '../../lib/explain/verdict-text.ts';
import { placeText, sureness } from './Places.tsx';

/** Under a code of a paste: whose turn it is and whether to send again; for a single one also which message it was. */
export function FindingLines({ finding, catalogue }: { finding: Finding; catalogue: Catalogue }) {
  const { entry, ambiguous, count, places, cause, wording } = finding;
  const [place] = places;
  const where = count === 1 && place ? placeText(place) : '';
  return (
    <span className="row-lines soft">
      {entry && !ambiguous && <span>{verdictLine(entry, catalogue).line}</span>}
      {cause && <span>passes on {cause}</span>}
      {wording && <span>by its wording, {sureness(wording.confidence)}</span>}
      {where !== '' && <span>{where}</span>}
    </span>
  );
}
