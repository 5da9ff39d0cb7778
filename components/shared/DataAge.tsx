import { ageOf, readOn } from '../../lib/catalogue/age.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/language/translate.ts';

/**
 * How fresh the catalogue is, and from half a year on what that means.
 *
 * @param now Milliseconds since 1970.
 */
export function DataAge({ catalogue, now }: { catalogue: Pick<Catalogue, 'sources'>; now: number }) {
  return (
    <>
      {t('Sources last checked on $1.', readOn(catalogue))}
      <OldNotice catalogue={catalogue} now={now} />
    </>
  );
}

/** The warning alone, for where there is no room for more; nothing while the catalogue is fresh. */
export function OldNotice({ catalogue, now }: { catalogue: Pick<Catalogue, 'sources'>; now: number }) {
  const { days, isOld } = ageOf(catalogue, now);
  if (!isOld) return null;
  return (
    <b> {t('The catalogue is $1 days old. Update Errata, and check the provider’s documentation.', days)}</b>
  );
}
