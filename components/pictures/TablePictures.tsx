import type {
  Breakdown,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';
import { getPeriodUnit } from '../../lib/answer/breakdown/periods.ts';
import type { CsvSummary } from '../../lib/answer/csv/explain-csv.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { ReadOther } from '../csv/csv-reading.ts';
import { Associations } from './Associations.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import { hasPicture, Picture } from './Picture.tsx';
import { PlanLegend } from './PlanLegend.tsx';

/** Shows where the failures of a table are, and where there are more than chance explains. */
export function TablePictures(props: {
  breakdown: Breakdown;
  /** Null while the table is read. */
  summary: CsvSummary | null;
  filter: FacetFilter | null;
  onFilter: ((filter: FacetFilter | null) => void) | null;
  readOther: ReadOther;
}) {
  const { breakdown, summary, filter, onFilter, readOther } = props;
  const { messages, failed } = breakdown;

  // Where columns are hours, those of the day would be the same ones again.
  const hasHours = breakdown.facets.some(
    ({ facet, values }) =>
      facet === 'period' &&
      values.some(({ value }) => getPeriodUnit(value) === 'hour'),
  );
  const facets = breakdown.facets.filter(
    (counts) => hasPicture(counts) && (counts.facet !== 'hour' || !hasHours),
  );

  return (
    <div className="pictures" aria-busy={summary === null}>
      {summary === null && (
        <p className="reading-note soft">
          {t('Reading… $1 rows so far', messages)}
        </p>
      )}
      {summary && (
        <Associations
          associations={summary.associations}
          total={{ messages, failed }}
          filter={filter}
          onFilter={onFilter}
        />
      )}
      <PlanLegend breakdown={breakdown} />
      <div className="pictures-grid">
        {facets.map((counts) => (
          <Picture
            key={counts.facet}
            counts={counts}
            filter={filter}
            onFilter={onFilter}
          />
        ))}
      </div>
      {summary && (
        <ComparedTable
          breakdown={breakdown}
          filter={filter}
          onFilter={onFilter}
          readOther={readOther}
        />
      )}
    </div>
  );
}
