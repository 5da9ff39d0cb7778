import { getPolicyNotice } from './controls.tsx';

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
          onChoose(options.find(([id]) => id === currentTarget.value)?.[0] ?? null)
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
