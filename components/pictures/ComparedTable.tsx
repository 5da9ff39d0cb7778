import { useEffect, useRef, useState } from 'react';
import type {
  Breakdown,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';
import { findAssociations } from '../../lib/answer/breakdown/find-associations.ts';
import { formatShare } from '../../lib/answer/format/facet-text.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import {
  type CsvReading,
  type ReadOther,
  TABLE_FILE_TYPES,
} from '../csv/csv-reading.ts';
import { FileButton } from '../shared/files.tsx';
import { AssociationList } from './Associations.tsx';

interface Compared {
  name: string;
  /** Undefined while it is read, null if it cannot be read. */
  breakdown: Breakdown | null | undefined;
}

/** Compares the failures of a table with those of an earlier export. */
export function ComparedTable(props: {
  breakdown: Breakdown;
  filter: FacetFilter | null;
  onFilter: ((filter: FacetFilter | null) => void) | null;
  readOther: ReadOther;
}) {
  const { breakdown, filter, onFilter, readOther } = props;
  const [other, setOther] = useState<Compared | null>(null);
  const reading = useRef<CsvReading>(null);

  useEffect(() => () => reading.current?.cancel(), []);

  function compare(file: File): void {
    reading.current?.cancel();
    setOther({ name: file.name, breakdown: undefined });

    const started = readOther(file, (progress) => {
      if (progress.state === 'reading') return;

      const read =
        progress.state === 'done' ? progress.summary.breakdown : null;

      setOther({ name: file.name, breakdown: read });
      started.cancel();
    });

    reading.current = started;
  }

  const earlier = other?.breakdown;
  const found = earlier ? compareBreakdowns(breakdown, earlier) : [];

  return (
    <section className="associations">
      <h2>{t('Against an earlier export')}</h2>
      {other && (
        <p role="status" className="soft">
          <bdi>{other.name}</bdi>
          {': '}
          {formatState(other, found.length)}
        </p>
      )}
      {earlier && found.length > 0 && (
        <AssociationList
          associations={found}
          filter={filter}
          onFilter={onFilter}
          formatNumbers={({ failed, messages }) => [
            t(
              '$1 of failures, $2 before',
              formatShare(failed / breakdown.failed),
              formatShare((messages - failed) / earlier.failed),
            ),
            '',
          ]}
        />
      )}
      <FileButton
        label={t('Compare with another CSV file')}
        accept={TABLE_FILE_TYPES}
        onFile={compare}
      />
    </section>
  );
}

function formatState({ breakdown }: Compared, found: number): string {
  if (breakdown === undefined) return t('Reading…');
  if (breakdown === null) return t('Couldn’t read the file.');

  return found > 0
    ? t('What is more common among the failures now:')
    : t('Nothing stands out: chance explains the differences.');
}

/** Finds what is more common among the failures of one table than among those of another. Their times always differ. */
function compareBreakdowns(now: Breakdown, before: Breakdown) {
  const groups = now.facets
    .filter(({ facet }) => facet !== 'period')
    .flatMap(({ facet, values }) => {
      const others = before.facets.find((one) => one.facet === facet)?.values;
      const earlier = new Map(
        others?.map(({ value, failed }) => [value, failed]),
      );

      // What the other table does not have cannot be compared.
      return values
        .filter(({ value, failed }) => others && value && failed > 0)
        .map(({ value, failed }) => ({
          facet,
          value,
          failed,
          messages: failed + (earlier.get(value) ?? 0),
        }));
    });

  const total = {
    failed: now.failed,
    messages: now.failed + before.failed,
  };

  return findAssociations({ groups, total }, (left) => ({
    total,
    groups: groups.filter(
      (group) =>
        !left.some(
          ({ facet, value }) => facet === group.facet && value === group.value,
        ),
    ),
  }));
}
