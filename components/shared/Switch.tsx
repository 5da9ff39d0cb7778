import type { ReactNode } from 'react';

/** An on/off control that applies at once. Its name comes from the element with the id `labelledBy`. */
export function Switch(props: { on: boolean; onChange: (on: boolean) => void; labelledBy: string }) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={props.on}
      aria-labelledby={props.labelledBy}
      onClick={() => props.onChange(!props.on)}
    />
  );
}

/** A setting that is on or off, and what that does. */
export function SwitchSetting(props: {
  id: string;
  name: string;
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}) {
  const label = `${props.id}-label`;
  return (
    <div className="setting">
      <div>
        <p id={label}>{props.name}</p>
        <p className="soft">{props.children}</p>
      </div>
      <Switch on={props.on} labelledBy={label} onChange={props.onChange} />
    </div>
  );
}
