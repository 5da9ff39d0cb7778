import type { Silence } from '../../lib/detect/silence.ts';
import { silencePlace } from '../shared/silence-words.ts';

/** Places that the reader said hold no error code, each with a way to have it marked again. */
export function SilenceList(props: { silenced: readonly Silence[]; onUndo: (silence: Silence) => void }) {
  const { silenced, onUndo } = props;
  if (silenced.length === 0)
    return (
      <p className="soft">None. “Not an error code here” in a card removes the mark and lists it here.</p>
    );
  return (
    <ul className="sites">
      {silenced.map((silence) => (
        <li key={`${silence.host} ${silence.code} ${silence.by} ${silence.words}`}>
          <span>
            <span className="code-text">{silence.code}</span>{' '}
            <span className="soft">
              on {silence.host} {silencePlace(silence)}
            </span>
          </span>
          <button type="button" className="button" onClick={() => onUndo(silence)}>
            Mark again{' '}
            <span className="visually-hidden">
              {silence.code} on {silence.host} {silencePlace(silence)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
