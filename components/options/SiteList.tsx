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
