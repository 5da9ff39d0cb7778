import { useEffect, useMemo, useRef } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind, MARK_KINDS } from '../../lib/core/mark-kind.ts';
import { getHighlightName } from '../../lib/core/mark-look.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { CHOICES, type ChoiceName, type Settings } from '../../lib/settings/settings.ts';
import { getChoices, MARK_TEXTS, SETTING_TEXTS } from '../shared/mark-texts.ts';
import { Select } from '../shared/Select.tsx';

type AppearanceSettings = Pick<Settings, ChoiceName>;

/** The style of marks, with an example and a description of each mark. */
export function MarkAppearance(props: {
  settings: AppearanceSettings;
  policy: Policy;
  catalogue: Catalogue;
  onChange: (look: Partial<AppearanceSettings>) => void;
}) {
  const { settings, policy, catalogue, onChange } = props;
  const { markStyle, markStrength } = settings;
  const examples = useMemo(() => {
    const common = catalogue.mostCommon.flatMap(({ key }) => catalogue.byKey.get(key) ?? []);
    const all = [...common, ...catalogue.entries];
    return MARK_KINDS.map((mark) => ({ mark, entry: all.find((entry) => getMarkKind(entry) === mark) }));
  }, [catalogue]);
  const list = useRef<HTMLUListElement>(null);
  // Marks the examples as on a page, by the same style sheet.
  useEffect(() => {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.clear();
    for (const [at, { mark }] of examples.entries()) {
      const range = new Range();
      range.selectNodeContents(list.current?.children[at]?.firstElementChild ?? document);
      CSS.highlights.set(
        getHighlightName(mark, { style: markStyle, strength: markStrength }),
        new Highlight(range),
      );
    }
  }, [examples, markStyle, markStrength]);
  return (
    <>
      {(Object.keys(CHOICES) as ChoiceName[]).map((name) => (
        <Select
          key={name}
          className="setting"
          label={t(SETTING_TEXTS[name].name)}
          value={settings[name]}
          options={getChoices(name)}
          locked={name in policy}
          onChoose={(value) => onChange({ [name]: value })}
        />
      ))}
      <p className="soft">
        {t('Pages with more than $1 elements use tints, because underlines would slow them down.', 20_000)}
      </p>
      <ul ref={list} className="look" aria-label={t('The five marks')}>
        {examples.map(({ mark, entry }) => (
          <li key={mark} data-mark={mark}>
            <span className="code-text">{entry?.code}</span>
            <span>
              <b>{t(MARK_TEXTS[mark].name)}</b> <span className="soft">{t(MARK_TEXTS[mark].text)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
