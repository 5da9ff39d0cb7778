import wording from '../../data/wording.json' with { type: 'json' };
import type { Mark } from '../../lib/catalogue/mark.ts';
import { t } from '../../lib/language/translate.ts';
import type { Settings, SiteWish } from '../../lib/settings/settings.ts';

/** What each mark says, and the line that stands for it on a page. */
export const MARK_WORDS: Readonly<Record<Mark, { name: string; line: string; text: string }>> = wording.mark;

/** What settings are called, and their values. */
export const SETTING_WORDS: Readonly<
  Record<keyof typeof wording.setting, { name: string; values?: Readonly<Record<string, string>> }>
> = wording.setting;

/** The values of a setting of one among some, each with its words. */
export const choicesOf = <Name extends 'markStyle' | 'markStrength' | 'sensitivity' | 'hover'>(name: Name) =>
  Object.entries(wording.setting[name].values).map(
    ([value, choiceWords]) => [value as Settings[Name], t(choiceWords)] as const,
  );

/** What one of a site's own says. */
export const wishText = (wish: SiteWish[keyof SiteWish]): string =>
  [...choicesOf('hover'), ...choicesOf('sensitivity')].find(([one]) => one === wish)?.[1] ?? '';
