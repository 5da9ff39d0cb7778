import type { ComponentProps, ReactNode } from 'react';
import { t } from '../../lib/language/translate.ts';

export const setByPolicy = (): string => t('Set by your organization.');

/** Does something on this page; submits nothing. */
export const Button = (props: ComponentProps<'button'>) => (
  <button type="button" className="button" {...props} />
);

/** Opens a page in a tab of its own. */
export const TabLink = (props: ComponentProps<'a'>) => (
  <a className="link-button" target="_blank" rel="noopener" {...props} />
);

/** One thing more, or not, of what a button beside it then does. */
export const Check = (props: { label: string; on: boolean; onChange: (on: boolean) => void }) => (
  <label className="check">
    <input
      type="checkbox"
      checked={props.on}
      onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
    />
    {props.label}
  </label>
);

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
          {props.children} {props.locked && setByPolicy()}
        </p>
      </div>
      <Switch {...props} labelledBy={label} />
    </div>
  );
}
