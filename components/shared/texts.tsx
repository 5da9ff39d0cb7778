import { Fragment, type ReactNode } from 'react';
import wording from '../../data/wording.json' with { type: 'json' };
import { splitPlaceholders, t } from '../../lib/core/i18n/translate.ts';
import type {
  ChoiceName,
  Settings,
  SiteOverrides,
} from '../../lib/settings/settings.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';

/** Translates a text with elements as values: `interpolate('Back to $1', <b>470</b>)`. */
export const interpolate = (
  english: string,
  ...values: readonly ReactNode[]
): ReactNode =>
  splitPlaceholders(english).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    <Fragment key={at}>
      {at % 2 === 0 ? part : values[Number(part) - 1]}
    </Fragment>
  ));

export function formatSuppressedPlace({
  by,
  words,
  code,
}: Pick<Suppression, 'by' | 'words' | 'code'>) {
  if (by === 'column') return t('in the column “$1”', words);
  if (by === 'label') return t('next to “$1”', words);
  const shape = words.replace('‹›', code);
  return shape === code ? t('when it appears alone') : t('in “$1”', shape);
}

export const MARK_TEXTS = wording.mark;

export const SETTING_TEXTS: Readonly<
  Record<
    keyof typeof wording.setting,
    { name: string; values?: Readonly<Record<string, string>> }
  >
> = wording.setting;

export const getChoices = <Name extends ChoiceName>(name: Name) =>
  Object.entries(wording.setting[name].values).map(
    ([value, choiceWords]) =>
      [value as Settings[Name], t(choiceWords)] as const,
  );

export const getOverrideText = (
  wish: SiteOverrides['hover' | 'sensitivity'],
): string =>
  [...getChoices('hover'), ...getChoices('sensitivity')].find(
    ([one]) => one === wish,
  )?.[1] ?? '';
