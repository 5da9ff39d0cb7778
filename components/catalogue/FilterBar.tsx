import { RETRIES } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { DISPLAYED_TURNS } from '../../lib/core/mark-kind.ts';
import { capitalize, RETRY_TEXT, TURN_TEXT } from '../../lib/format/verdict-text.ts';
import { t } from '../../lib/i18n/translate.ts';
import { Select } from '../shared/controls.tsx';
import type { PageFilters } from './page-filters.ts';

type Choices = readonly (readonly [value: string, name: string])[];

export function FilterBar(props: {
  filters: PageFilters;
  catalogue: Catalogue;
  onFilter: (change: Partial<PageFilters>) => void;
}) {
  const { filters, catalogue, onFilter } = props;
  const limits: readonly (readonly ['provider' | 'turn' | 'retry', string, Choices])[] = [
    ['provider', t('Provider'), getProvidersWithCodes(catalogue)],
    ['turn', t('Whose turn'), DISPLAYED_TURNS.map((turn) => [turn, t(TURN_TEXT[turn])])],
    ['retry', t('Retry'), RETRIES.map((retry) => [retry, capitalize(t(RETRY_TEXT[retry]))])],
  ];
  return (
    <fieldset className="filters">
      <legend className="er-hidden">{t('Filters')}</legend>
      {limits.map(([name, label, options]) => (
        <Select
          key={name}
          className="field"
          {...{ label, options }}
          none={t('Any')}
          value={filters[name]}
          onChoose={(value) => onFilter({ [name]: value })}
        />
      ))}
    </fieldset>
  );
}

export function getProvidersWithCodes({ providers, entries }: Catalogue): Choices {
  const used = new Set(entries.map(({ provider }) => provider));
  return providers.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]);
}
