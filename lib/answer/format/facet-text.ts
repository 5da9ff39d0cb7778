import { formatCountry } from '../../core/i18n/country-name.ts';
import {
  getCurrentLanguage,
  getDateLanguage,
  t,
} from '../../core/i18n/translate.ts';
import type { FacetFilter } from '../breakdown/count-facets.ts';
import type { Facet } from '../breakdown/facet-column.ts';
import { getPeriodStart, getPeriodUnit } from '../breakdown/periods.ts';

/** A title is a whole sentence, because languages change the words in it. */
const FACET_TEXTS = {
  period: { name: 'Time', title: 'Failures over time' },
  template: { name: 'Template', title: 'Failures by template' },
  country: { name: 'Country', title: 'Failures by country' },
  code: { name: 'Code', title: 'Failures by code' },
  sender: { name: 'Sender', title: 'Failures by sender' },
  category: { name: 'Category', title: 'Failures by category' },
  hour: { name: 'Hour of the day', title: 'Failures by hour of the day' },
} as const satisfies Readonly<Record<Facet, { name: string; title: string }>>;

const PERIOD_TEXTS = {
  hour: 'Failures by hour',
  day: 'Failures by day',
  month: 'Failures by month',
} as const;

export const formatFacet = (facet: Facet): string => t(FACET_TEXTS[facet].name);

/** Returns the title of a picture. */
export const formatPictureTitle = (facet: Facet, first = ''): string =>
  facet === 'period' && first !== ''
    ? t(PERIOD_TEXTS[getPeriodUnit(first)])
    : t(FACET_TEXTS[facet].title);

const DATE_PARTS = {
  hour: {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const;

function formatPeriod(period: string): string {
  const parts = DATE_PARTS[getPeriodUnit(period)];
  const format = new Intl.DateTimeFormat(getDateLanguage(), {
    ...parts,
    timeZone: 'UTC',
  });

  return format.format(getPeriodStart(period));
}

/** Returns `28 Nov, 14:00`, `Brazil` or the value as the table has it. */
export function formatFacetValue({ facet, value }: FacetFilter): string {
  if (value === '') return t('Unknown');
  if (facet === 'period') return formatPeriod(value);
  if (facet === 'country') return formatCountry(value);
  if (facet === 'hour') return `${value}:00`;
  return value;
}

/** Returns `61 %`, as the language writes it. */
export const formatShare = (share: number): string =>
  share.toLocaleString(getCurrentLanguage(), {
    style: 'percent',
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  });

/** Returns `2.5`. */
export const formatRatio = (ratio: number): string =>
  ratio.toLocaleString(getCurrentLanguage(), {
    maximumFractionDigits: ratio < 10 ? 1 : 0,
  });
