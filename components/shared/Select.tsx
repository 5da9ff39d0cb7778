import { setByPolicy } from './controls.tsx';

interface SelectProps<T extends string> {
  className: string;
  label: string;
  /** What stands for no choice. */
  none: string;
  value: T | null | undefined;
  /** Each with its name, and the language of that where it is another. */
  options: readonly (readonly [value: T, name: string, lang?: string])[];
  /** A policy sets it. */
  locked?: boolean;
  onChoose: (value: T | null) => void;
}

/** One of several, or none of them: a native control, so that it works with every keyboard and reader. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, options, onChoose } = props;
  return (
    <label className={props.className} data-set={value ? true : undefined}>
      <span>
        {props.label} {props.locked && setByPolicy()}
      </span>
      <select
        value={value ?? ''}
        disabled={props.locked}
        onChange={({ currentTarget }) =>
          onChoose(options.find(([id]) => id === currentTarget.value)?.[0] ?? null)
        }
      >
        <option value="">{props.none}</option>
        {options.map(([id, name, lang]) => (
          <option key={id} value={id} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
