import { MARKS } from '../../lib/catalogue/mark.ts';
import type { Settings } from '../../lib/settings/settings.ts';

type LookSettings = Pick<Settings, 'markStyle' | 'markStrength'>;

const STYLES = [
  ['underline', 'Underline'],
  ['tint', 'Tint'],
  ['hover', 'Only under the pointer'],
] as const;
const STRENGTHS = [
  ['faint', 'Faint'],
  ['normal', 'Normal'],
  ['bold', 'Strong'],
] as const;
/** One code for each mark, to show what a page would look like. */
const CODES = { you: '131047', recipient: '131026', wait: '131049', provider: '131000', nobody: '131051' };

/** How marks are drawn, with a line that shows it. */
export function MarkLook(props: LookSettings & { onChange: (look: Partial<LookSettings>) => void }) {
  const { markStyle, markStrength, onChange } = props;
  return (
    <>
      <Choice
        legend="How codes are marked"
        name="mark-style"
        options={STYLES}
        value={markStyle}
        onChange={(style) => onChange({ markStyle: style })}
      />
      <Choice
        legend="How strongly"
        name="mark-strength"
        options={STRENGTHS}
        value={markStrength}
        onChange={(strength) => onChange({ markStrength: strength })}
      />
      <p className="soft">
        A page of more than 20,000 elements gets tints in place of underlines, which would slow it down.
      </p>
      <p className="look" data-style={markStyle} data-strength={markStrength} aria-hidden="true">
        failed{' '}
        {MARKS.map((mark) => (
          <span key={mark} className="look-code" data-mark={mark}>
            {CODES[mark]}
          </span>
        ))}
      </p>
    </>
  );
}

function Choice<T extends string>(props: {
  legend: string;
  name: string;
  options: readonly (readonly [T, string])[];
  value: T;
  onChange: (value: T) => void;
}) {
  const { legend, name, options, value, onChange } = props;
  return (
    <fieldset className="setting choice">
      <legend>{legend}</legend>
      <div className="choices">
        {options.map(([option, text]) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
