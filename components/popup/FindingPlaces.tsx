import { formatMoment } from '../../lib/explain/time-bound.ts';
import type { TimeText } from '../../lib/explain/timestamps.ts';
import { formatMoreCount } from '../../lib/format/failure-counts.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
import { maskMessageId, maskPhoneNumber } from '../../lib/masking/display-masking.ts';
import { type DetailedOccurrence, type Finding, haveDistinctTexts } from '../../lib/paste/finding.ts';
import { Disclosure } from '../entry/Disclosure.tsx';
import { formatCertainty } from '../entry/WordingNotice.tsx';

/** Where a code occurs in a paste: message, recipient, time and adjacent text of each. Phone numbers are masked. */
export function FindingPlaces({ finding }: { finding: Finding }) {
  const { count, places, until } = finding;
  const isApart = haveDistinctTexts(finding);
  const told = places.map((place) => formatPlace(place, isApart)).filter((text) => text !== '');
  if (told.length === 0) return null;
  const more = count - told.length;
  return (
    <Disclosure summary={t('Where it was found: $1', tPlural(count, '$1 place', '$1 places'))}>
      <ol className="er-places">
        {told.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places keep the order of the text
          <li key={at}>{text}</li>
        ))}
        {more > 0 && (
          <li>{until ? t('and $1 more, the last $2', more, formatTime(until)) : formatMoreCount(more)}</li>
        )}
      </ol>
    </Disclosure>
  );
}

/** Returns `“Message expired” · to +55 …21 · Fri 20 Nov at 14:05 (CET) · wamid, Brazil, 58 characters · line 12`. */
function formatPlace({ message, recipient, time, line, said }: DetailedOccurrence, isApart = false): string {
  const beside = isApart && said && `“${said}”`;
  return [
    beside,
    recipient && t('to $1', maskPhoneNumber(recipient)),
    time && formatTime(time),
    message && maskMessageId(message),
    (beside || recipient || time || message) && line !== null && t('line $1', line),
  ]
    .filter(Boolean)
    .join(' · ');
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Formats a time in the user's time zone; keeps the original text if it names no zone. */
function formatTime({ text, at }: TimeText): string {
  return at === null ? text : formatMoment(at, { nowMs: Date.now(), timeZone });
}

/** Maximum details in the row of a code. */
const MAX_DETAILS = 3;

/** Lines below a code of a paste: the details next to it, what it was inferred from and, if it occurs once, its message. */
export function FindingLines({ finding: { count, places, cause, wording } }: { finding: Finding }) {
  const [place] = places;
  const where = count === 1 && place ? formatPlace(place) : '';
  const details = [...new Set(places.flatMap(({ said }) => said ?? []))];
  return (
    <>
      {details.slice(0, MAX_DETAILS).map((said) => (
        <span key={said} className="row-said">
          “<bdi>{said}</bdi>”
        </span>
      ))}
      {details.length > MAX_DETAILS && <span>{formatMoreCount(details.length - MAX_DETAILS)}</span>}
      {cause && <span>{t('caused by $1', cause)}</span>}
      {wording && <span>{t('matched by wording, $1', formatCertainty(wording.confidence))}</span>}
      {where !== '' && <span>{where}</span>}
    </>
  );
}
