import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

/** The sites on which Errata runs from the start. */
export function Consoles({ catalogue }: { catalogue: Catalogue }) {
  const builtin = catalogue.consoles.filter(({ access }) => access === 'builtin');
  return (
    <details>
      <summary>Errata runs on {builtin.length} consoles, and on no other site unless you ask it to.</summary>
      <ul className="consoles">
        {builtin.map(({ name, hosts, paths }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="soft">
              {hosts.map((host) => host.replace('https://', '')).join(', ')}
              {paths && ` (only ${paths.join(', ')})`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
