import wording from '../../data/wording.json' with { type: 'json' };
import type { Mark } from '../../lib/catalogue/mark.ts';
import { t } from '../../lib/language/translate.ts';
import type { Settings, SiteWish } from '../../lib/settings/settings.ts';

/** Name, description and line style of each mark. */
export const MARK_WORDS: Readonly<Record<Mark, { name: string; line: string; text: string }>> = wording.mark;

/** Labels of the settings and of their values. */
export const SETTING_WORDS: Readonly<
  Record<keyof typeof wording.setting, { name: string; values?: Readonly<Record<string, string>> }>
> = wording.setting;

/** Returns the values of a setting with their labels, for a select. */
export const choicesOf = <Name extends 'markStyle' | 'markStrength' | 'sensitivity' | 'hover'>(name: Name) =>
  Object.entries(wording.setting[name].values).map(
    ([value, choiceWords]) => [value as Settings[Name], t(choiceWords)] as const,
  );

/** Returns the label of a site's own value of a setting. */
export const wishText = (wish: SiteWish[keyof SiteWish]): string =>
  [...choicesOf('hover'), ...choicesOf('sensitivity')].find(([one]) => one === wish)?.[1] ?? '';
