import type { Finding, Place } from '../../lib/explain/finding.ts';
import { shownMessage, shownRecipient } from '../../lib/explain/private.ts';
import type { TimeText } from '../../lib/explain/time-text.ts';

/** Where a code stood in what was pasted: which messages, for whom, when. Numbers of people are masked. */
export function Places({ finding }: { finding: Finding }) {
  const { count, places, until, wording } = finding;
  const told = places.filter((place) => placeText(place) !== '');
  const more = count - told.length;
  return (
    <>
      {wording && (
        <span className="places-wording">
          No number stands there. The words “{wording.text}” are those of this code:{' '}
          {sureness(wording.confidence)}.
        </span>
      )}
      {told.length > 0 && (
        <span className="places">
          {told.map((place, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places stay in the order of the text
            <span key={at} className="place">
              {placeText(place)}
            </span>
          ))}
          {more > 0 && (
            <span className="place">
              and {more.toLocaleString('en')} more{until && `, the last ${momentText(until)}`}
            </span>
          )}
        </span>
      )}
    </>
  );
}

/** Whether there is anything to say of its places. */
export function hasPlaces({ places, wording }: Finding): boolean {
  return wording !== null || places.some((place) => placeText(place) !== '');
}

/** `to +55 …21 · 20 Nov 2026, 14:05 · wamid, Brazil, 58 characters · line 12`. */
export function placeText({ message, recipient, time, line }: Place): string {
  return [
    recipient && `to ${shownRecipient(recipient)}`,
    time && momentText(time),
    message && shownMessage(message),
    (recipient || time || message) && line !== null && `line ${line.toLocaleString('en')}`,
  ]
    .filter((part) => part !== null && part !== '' && part !== false)
    .join(' · ');
}

const FORMAT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** In the reader's time zone; as it was written where the text names none. */
export function momentText({ text, at }: TimeText): string {
  return at === null ? text : FORMAT.format(at);
}

/** How sure the words alone are, in words and a number. */
export function sureness(confidence: number): string {
  const word = confidence >= 0.85 ? 'very likely' : confidence >= 0.7 ? 'likely' : 'possible';
  return `${word}, ${Math.round(confidence * 100)} %`;
}
