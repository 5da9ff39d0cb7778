import { type ComponentProps, type ReactNode, useState } from 'react';
import { t } from '../../lib/core/i18n/translate.ts';
import type {
  ChangeSettings,
  SettingsChange,
} from '../../lib/settings/changes.ts';

export const getPolicyNotice = (): string => t('Set by your organisation.');

export const Button = (props: ComponentProps<'button'>) => (
  <button type="button" className="button" {...props} />
);

export const TabLink = (props: ComponentProps<'a'>) => (
  <a className="link-button" target="_blank" rel="noopener" {...props} />
);

export const PageTitle = ({ children }: { children?: ReactNode }) => (
  <h1>
    <img src="icon/errata.svg" alt="" width="28" height="28" /> Errata{' '}
    {children && <span className="soft">{children}</span>}
  </h1>
);

export const Check = (props: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) => (
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
  locked?: boolean | undefined;
}

/** An on/off switch that applies immediately. The element with the id `labelledBy` is its label. */
export const Switch = (props: SwitchProps) => (
  <input
    type="checkbox"
    role="switch"
    className="switch"
    aria-checked={props.on}
    checked={props.on}
    aria-labelledby={props.labelledBy}
    disabled={props.locked}
    title={props.locked ? getPolicyNotice() : undefined}
    onChange={() => props.onChange(!props.on)}
  />
);

export function SwitchSetting(
  props: Omit<SwitchProps, 'labelledBy'> & {
    id: string;
    name: string;
    children: ReactNode;
  },
) {
  const label = `${props.id}-label`;

  return (
    <div className="setting">
      <div>
        <p id={label}>{props.name}</p>
        <p className="soft">
          {props.children} {props.locked && getPolicyNotice()}
        </p>
      </div>
      <Switch {...props} labelledBy={label} />
    </div>
  );
}

export function EmptyState(props: {
  title: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}) {
  const { title, text, children } = props;

  return (
    <div className="says">
      {title && (
        <p>
          <b>{title}</b>
        </p>
      )}
      {text && <p className="soft">{text}</p>}
      {children}
    </div>
  );
}

interface SelectProps<T extends string> {
  className: string;
  label: string;
  none?: string;
  value: T | null | undefined;
  /** Options with their labels, and the language of a label in another language. */
  options: readonly (readonly [value: T, name: string, lang?: string])[];
  locked?: boolean;
  onChoose: (value: T | null) => void;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { value, options, onChoose } = props;

  return (
    <label className={props.className} data-set={value ? true : undefined}>
      <span>
        {props.label} {props.locked && getPolicyNotice()}
      </span>
      <select
        value={value ?? ''}
        disabled={props.locked}
        onChange={({ currentTarget }) =>
          onChoose(
            options.find(([id]) => id === currentTarget.value)?.[0] ?? null,
          )
        }
      >
        {props.none && <option value="">{props.none}</option>}
        {options.map(([id, name, lang]) => (
          <option key={id} value={id} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Returns a function that waits for work that stores something, and the error message of the last attempt; null if it succeeded. */
export function useAsyncError(): [
  attempt: (work: Promise<unknown>) => void,
  problem: string | null,
] {
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = (work: Promise<unknown>) =>
    void work.then(
      () => setProblem(null),
      (error) => setProblem(getSaveErrorText(error)),
    );

  return [attempt, problem];
}

export function useChange(changeSettings: ChangeSettings) {
  const [attempt, problem] = useAsyncError();

  return [
    (how: SettingsChange) => attempt(changeSettings(how)),
    problem,
    attempt,
  ] as const;
}

const MAX_REASON_LENGTH = 120;

export function getSaveErrorText(error: unknown): string {
  const reason = (error instanceof Error ? error.message : '')
    .slice(0, MAX_REASON_LENGTH)
    .replace(/[.\s]+$/, '');

  if (/quota|no.?space/i.test(reason))
    return t('The browser couldn’t save the change: its storage is full.');

  return reason
    ? t('The browser couldn’t save the change: “$1”.', reason)
    : t('The browser couldn’t save the change.');
}

export const SaveError = ({ problem }: { problem: string | null }) =>
  problem && (
    <p role="alert" className="not-kept">
      {problem}
    </p>
  );
