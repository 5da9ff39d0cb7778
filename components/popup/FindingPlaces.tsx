import type { TimeText } from '../../lib/answer/explain/find-timestamps.ts';
import { formatMoment } from '../../lib/answer/explain/time-bound.ts';
import {
  type DetailedOccurrence,
  type Finding,
  haveDistinctTexts,
} from '../../lib/answer/paste/finding.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import {
  maskMessageId,
  maskPhoneNumber,
} from '../../lib/masking/display-masking.ts';
import { Disclosure } from '../entry/controls.tsx';
import { formatCertainty } from '../entry/wording.ts';

/** Where a code occurs in a paste: message, recipient, time and adjacent text of each. Phone numbers are masked. */
export function FindingPlaces({ finding }: { finding: Finding }) {
  const { count, places, until } = finding;
  const isApart = haveDistinctTexts(finding);

  const shown = places
    .map((place) => formatPlace(place, isApart))
    .filter((text) => text !== '');

  if (shown.length === 0) return null;

  const where = tPlural(count, '$1 occurrence', '$1 occurrences');
  const isCut = count > shown.length;

  return (
    <Disclosure
      summary={t(
        'Where it was found: $1',
        isCut ? t('$1 of $2', shown.length, where) : where,
      )}
    >
      <ol className="er-places">
        {shown.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places keep the order of the text
          <li key={at}>{text}</li>
        ))}
        {isCut && until && <li>… {formatTime(until)}</li>}
      </ol>
    </Disclosure>
  );
}

/** Returns `“Message expired” · to +55 …21 · Fri 20 Nov at 14:05 (CET) · wamid, Brazil, 58 characters · line 12`. */
function formatPlace(
  { message, recipient, time, line, said }: DetailedOccurrence,
  isApart = false,
): string {
  const beside = isApart && said && `“${said}”`;

  return [
    beside,
    recipient && t('to $1', maskPhoneNumber(recipient)),
    time && formatTime(time),
    message && maskMessageId(message),
    (beside || recipient || time || message) &&
      line !== null &&
      t('line $1', line),
  ]
    .filter(Boolean)
    .join(' · ');
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Formats a time in the user's time zone; keeps the original text if it names no zone. */
const formatTime = ({ text, at }: TimeText): string =>
  at === null ? text : formatMoment(at, { nowMs: Date.now(), timeZone });

/** Lines below a code of a paste: the details next to it, what it was inferred from and, if it occurs once, its message. */
export function FindingLines({
  finding: { count, places, cause, wording },
}: {
  finding: Finding;
}) {
  const [place] = places;
  const where = count === 1 && place ? formatPlace(place) : '';
  const details = [...new Set(places.flatMap(({ said }) => said ?? []))];

  return (
    <>
      {details.length > 0 && (
        <span className="row-said">
          {details.map((said) => (
            <bdi key={said}>“{said}” </bdi>
          ))}
        </span>
      )}
      {cause && <span className="soft">{t('caused by $1', cause)}</span>}
      {wording && (
        <span className="soft">
          {t('matched by wording, $1', formatCertainty(wording.confidence))}
        </span>
      )}
      {where !== '' && <span className="soft">{where}</span>}
    </>
  );
}
