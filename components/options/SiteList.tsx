import type { Silence } from '../../lib/detect/silence.ts';
import { silencePlace } from '../shared/silence-words.ts';

/** Sites that the reader has chosen something for, each with a way to undo it. */
export function SiteList(props: {
  sites: readonly { host: string; text: string | null }[];
  /** Said where the list is empty. */
  none: string;
  verb: string;
  onRemove: (host: string) => void;
}) {
  const { sites, none, verb, onRemove } = props;
  if (sites.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="sites">
      {sites.map(({ host, text }) => (
        <li key={host}>
          <span>
            {host}
            {text && <span className="soft"> {text}</span>}
          </span>
          <button type="button" className="button" onClick={() => onRemove(host)}>
            {verb} <span className="visually-hidden">{host}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

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
