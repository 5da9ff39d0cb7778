import { t } from '../../lib/i18n/translate.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';

export function formatSuppressedPlace(suppression: Pick<Suppression, 'by' | 'words' | 'code'>): string {
  const { by, words, code } = suppression;
  if (by === 'column') return t('in the column “$1”', words);
  if (by === 'label') return t('next to “$1”', words);
  const shape = words.replace('‹›', code);
  return shape === code ? t('when it appears alone') : t('in “$1”', shape);
}
