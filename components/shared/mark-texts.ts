import wording from '../../data/wording.json' with { type: 'json' };
import type { MarkKind } from '../../lib/core/mark-kind.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { ChoiceName, Settings, SiteOverrides } from '../../lib/settings/settings.ts';

export const MARK_TEXTS: Readonly<Record<MarkKind, { name: string; line: string; text: string }>> =
  wording.mark;

/** Labels of the settings and of their values. */
export const SETTING_TEXTS: Readonly<
  Record<keyof typeof wording.setting, { name: string; values?: Readonly<Record<string, string>> }>
> = wording.setting;

/** Returns the values of a setting with their labels, for a select. */
export const getChoices = <Name extends ChoiceName>(name: Name) =>
  Object.entries(wording.setting[name].values).map(
    ([value, choiceWords]) => [value as Settings[Name], t(choiceWords)] as const,
  );

/** Returns the label of a site's own value of a setting. */
export const getOverrideText = (wish: SiteOverrides[keyof SiteOverrides]): string =>
  [...getChoices('hover'), ...getChoices('sensitivity')].find(([one]) => one === wish)?.[1] ?? '';
