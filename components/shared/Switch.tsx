import type { ReactNode } from 'react';
import { t } from '../../lib/language/translate.ts';

export const setByPolicy = (): string => t('Set by your organization.');

interface SwitchProps {
  on: boolean;
  onChange: (on: boolean) => void;
  labelledBy: string;
  /** A policy sets it. */
  locked?: boolean | undefined;
}

/** An on/off control that applies at once. Its name comes from the element with the id `labelledBy`. */
export function Switch(props: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={props.on}
      aria-labelledby={props.labelledBy}
      disabled={props.locked}
      title={props.locked ? setByPolicy() : undefined}
      onClick={() => props.onChange(!props.on)}
    />
  );
}

/** A setting that is on or off, and what that does. */
export function SwitchSetting(
  props: Omit<SwitchProps, 'labelledBy'> & { id: string; name: string; children: ReactNode },
) {
  const label = `${props.id}-label`;
  return (
    <div className="setting">
      <div>
        <p id={label}>{props.name}</p>
        <p className="soft">
          {props.children} {props.locked && <b>{setByPolicy()}</b>}
        </p>
      </div>
      <Switch {...props} labelledBy={label} />
    </div>
  );
}
