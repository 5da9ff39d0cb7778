import type { Entry } from '../../data/schema.ts';
import wording from '../../data/wording.json' with { type: 'json' };
import { CONFIDENCE_TEXT } from '../../lib/answer/format/verdict-text.ts';
import { formatDate } from '../../lib/catalogue/data-freshness.ts';
import {
  getCurrentLanguage,
  getListSeparator,
  t,
  tPlural,
} from '../../lib/core/i18n/translate.ts';
import type { MaskedKind } from '../../lib/masking/mask-text.ts';

export const RELATION_TEXTS = wording.relation;

export const INFERRED_TEXT = 'inferred by Errata';

/** Returns why an entry is not confirmed, or null. */
export function formatConfidence({
  confidence,
  checked,
}: Pick<Entry, 'confidence' | 'checked'>): string | null {
  if (confidence === 'confirmed') return null;

  if (confidence === 'seen-in-use') return t(CONFIDENCE_TEXT[confidence]);

  if (checked?.found === 'name')
    return t('One source lists the number; the other lists only the name.');

  return checked
    ? t(
        'Not confirmed by a second source (last checked on $1).',
        formatDate(checked.on),
      )
    : t('Not confirmed by a second source.');
}

const MASKED_WORDS: Readonly<Record<MaskedKind, readonly [string, string]>> =
  wording.masked as never;

/** Returns `2 phone numbers, 1 token`. */
export function formatMaskedKinds(kinds: readonly MaskedKind[]): string {
  const byKind = [...Map.groupBy(kinds, (kind) => kind)];

  const words = byKind.map(([kind, { length }]) =>
    tPlural(length, ...MASKED_WORDS[kind]),
  );

  return words.join(getListSeparator()) || t('nothing');
}

/** `confidence` is from 0 to 1. */
export function WordingNotice(props: {
  text: string;
  confidence: number;
  codes?: readonly string[];
}) {
  const { text, confidence, codes = [] } = props;
  const certainty = formatCertainty(confidence);

  return codes.length > 1
    ? t(
        'No code number found. The text “$1” matches $2 codes ($3).',
        text,
        codes.length,
        certainty,
      )
    : t(
        'No code number found. The text “$1” matches this code ($2).',
        text,
        certainty,
      );
}

export function formatCertainty(confidence: number): string {
  const share = confidence.toLocaleString(getCurrentLanguage(), {
    style: 'percent',
  });

  return `${getCertaintyWord(confidence)}, ${share}`;
}

function getCertaintyWord(confidence: number): string {
  if (confidence >= 0.85) return t('very likely');

  return confidence >= 0.7 ? t('likely') : t('possible');
}
