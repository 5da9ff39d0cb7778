import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { formatLastSeenDate, getDataFreshness } from '../../lib/catalogue/data-freshness.ts';
import { t } from '../../lib/i18n/translate.ts';

/** The age of the catalogue, with a warning after half a year. `now` is in milliseconds since 1970. */
export const DataAge = ({ catalogue, now }: { catalogue: Pick<Catalogue, 'sources'>; now: number }) => (
  <>
    {t('Sources last checked on $1.', formatLastSeenDate(catalogue))}
    <OutdatedNotice catalogue={catalogue} now={now} />
  </>
);

export function OutdatedNotice({ catalogue, now }: { catalogue: Pick<Catalogue, 'sources'>; now: number }) {
  const { days, isStale } = getDataFreshness(catalogue, now);
  if (!isStale) return null;
  return (
    <b> {t('The catalogue is $1 days old. Update Errata, and check the provider’s documentation.', days)}</b>
  );
}
