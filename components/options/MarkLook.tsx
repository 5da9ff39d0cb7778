import { useMemo } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { MARKS, type Mark, markOf } from '../../lib/catalogue/mark.ts';
import { t } from '../../lib/language/translate.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { setByPolicy } from '../shared/controls.tsx';
import { choicesOf, MARK_WORDS, SETTING_WORDS } from '../shared/mark-words.ts';

type LookSettings = Pick<Settings, 'markStyle' | 'markStrength' | 'hover' | 'sensitivity'>;

const LOOKS = ['markStyle', 'markStrength', 'sensitivity', 'hover'] as const;

/** The style of marks, with an example and a description of each mark. */
export function MarkLook(props: {
  settings: LookSettings;
  policy: Policy;
  catalogue: Catalogue;
  onChange: (look: Partial<LookSettings>) => void;
}) {
  const { settings, policy, catalogue, onChange } = props;
  const { markStyle, markStrength } = settings;
  const examples = useMemo(
    () => MARKS.map((mark) => ({ mark, entry: exampleOf(mark, catalogue) })),
    [catalogue],
  );
  return (
    <>
      {LOOKS.map((name) => (
        <fieldset key={name} className="setting choice" disabled={name in policy}>
          <legend>
            {t(SETTING_WORDS[name].name)}
            {name in policy && `. ${setByPolicy()}`}
          </legend>
          <div className="choices">
            {choicesOf(name).map(([value, text]) => (
              <label key={value}>
                <input
                  type="radio"
                  {...{ name, value }}
                  checked={settings[name] === value}
                  onChange={() => onChange({ [name]: value })}
                />
                {text}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="soft">
        {t('Pages with more than $1 elements use tints, because underlines would slow them down.', 20_000)}
      </p>
      <ul
        className="look"
        aria-label={t('The five marks')}
        data-style={markStyle}
        data-strength={markStrength}
      >
        {examples.map(({ mark, entry }) => (
          <li key={mark} data-mark={mark}>
            <span className="look-code">{entry?.code}</span>
            <span>
              <b>{t(MARK_WORDS[mark].name)}</b> <span className="soft">{t(MARK_WORDS[mark].text)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Returns the most common code all of whose meanings have this mark. */
export function exampleOf(mark: Mark, { mostMet, byKey, entries, meaningsOf }: Catalogue): Entry | undefined {
  const met = mostMet.flatMap(({ key }) => byKey.get(key) ?? []);
  return [...met, ...entries].find(({ code }) => meaningsOf(code).every((entry) => markOf(entry) === mark));
}
