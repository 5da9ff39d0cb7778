import { t } from '../../lib/i18n/translate.ts';

/** `confidence` is from 0 to 1. */
export function WordingNotice(props: { text: string; confidence: number; codes?: readonly string[] }) {
  const { text, confidence, codes = [] } = props;
  const certainty = formatCertainty(confidence);
  return codes.length > 1
    ? t('There is no code number here. The text “$1” matches $2 codes: $3.', text, codes.length, certainty)
    : t('There is no code number here. The text “$1” matches this code: $2.', text, certainty);
}

export function formatCertainty(confidence: number): string {
  const word = confidence >= 0.85 ? t('very likely') : confidence >= 0.7 ? t('likely') : t('possible');
  return `${word}, ${Math.round(confidence * 100)} %`;
}
