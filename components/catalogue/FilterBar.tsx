import { CLASSES, type Entry, RETRIES, type Retry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { SHOWN_TURNS, type ShownTurn } from '../../lib/catalogue/mark.ts';
import { CLASS_TEXT, RETRY_TEXT, TURN_TEXT, upperFirst } from '../../lib/explain/verdict-text.ts';
import { t } from '../../lib/language/translate.ts';
import { Select } from '../shared/Select.tsx';
import { Button } from '../shared/Switch.tsx';
import { type Filters, isFiltered, NO_FILTERS } from './address.ts';

/** What narrows the list. */
export function FilterBar(props: {
  filters: Filters;
  catalogue: Catalogue;
  onFilter: (change: Partial<Filters>) => void;
  /** The button for it goes with the filters. */
  onClear: (change: Partial<Filters>) => void;
}) {
  const { filters, catalogue, onFilter, onClear } = props;
  const { query: _, ...noLimits } = NO_FILTERS;
  const any = { className: 'choice', none: t('Any') };
  return (
    <fieldset className="filters">
      <legend className="er-hidden">{t('Filters')}</legend>
      <Select
        {...any}
        label={t('Provider')}
        value={filters.provider}
        options={providersWithCodes(catalogue)}
        onChoose={(provider) => onFilter({ provider })}
      />
      <Select<ShownTurn>
        {...any}
        label={t('Whose turn')}
        value={filters.turn}
        options={SHOWN_TURNS.map((turn) => [turn, t(TURN_TEXT[turn])])}
        onChoose={(turn) => onFilter({ turn })}
      />
      <Select<Retry>
        {...any}
        label={t('Retry')}
        value={filters.retry}
        options={RETRIES.map((retry) => [retry, upperFirst(t(RETRY_TEXT[retry]))])}
        onChoose={(retry) => onFilter({ retry })}
      />
      <Select<Entry['class']>
        {...any}
        label={t('About')}
        value={filters.class}
        options={CLASSES.map((kind) => [kind, t(CLASS_TEXT[kind])])}
        onChoose={(kind) => onFilter({ class: kind })}
      />
      {isFiltered({ ...filters, query: '' }) && (
        <Button onClick={() => onClear(noLimits)}>{t('Clear filters')}</Button>
      )}
    </fieldset>
  );
}

/** Providers that have entries, as `[id, name]`. */
export function providersWithCodes({
  providers,
  entries,
}: Catalogue): readonly (readonly [string, string])[] {
  const used = new Set(entries.map(({ provider }) => provider));
  return providers.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]);
}
