import wording from '../../data/wording.json' with { type: 'json' };
import { t } from '../../lib/i18n/translate.ts';
import type { ChoiceName, Settings, SiteOverrides } from '../../lib/settings/settings.ts';

export const MARK_TEXTS = wording.mark;

export const SETTING_TEXTS: Readonly<
  Record<keyof typeof wording.setting, { name: string; values?: Readonly<Record<string, string>> }>
> = wording.setting;

export const getChoices = <Name extends ChoiceName>(name: Name) =>
  Object.entries(wording.setting[name].values).map(
    ([value, choiceWords]) => [value as Settings[Name], t(choiceWords)] as const,
  );

export const getOverrideText = (wish: SiteOverrides[keyof SiteOverrides]): string =>
  [...getChoices('hover'), ...getChoices('sensitivity')].find(([one]) => one === wish)?.[1] ?? '';
