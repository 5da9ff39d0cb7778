import type { Shortcut } from '../../lib/bridge/shortcuts.ts';

/** The keys of Errata's commands, as the browser has them. */
export function Shortcuts(props: { shortcuts: readonly Shortcut[]; onChange: () => void }) {
  const { shortcuts, onChange } = props;
  return (
    <>
      <ul className="keys">
        {shortcuts.map(({ name, description, keys }) => (
          <li key={name}>
            <span>{description}</span>
            {keys === '' ? <span className="soft">not set</span> : <kbd>{keys}</kbd>}
          </li>
        ))}
      </ul>
      <p className="soft">In a card, P pins and Escape closes.</p>
      <button type="button" className="button" onClick={onChange}>
        Change the keys…
      </button>
    </>
  );
}
