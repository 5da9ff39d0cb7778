import { formatDate } from '../../lib/catalogue/data-freshness.ts';
import { getListSeparator, t } from '../../lib/i18n/translate.ts';

export function SourceLink(props: {
  name: string;
  url: string | undefined;
  notes: readonly (string | false | undefined)[];
  seen: string | undefined;
}) {
  const { name, url, notes, seen } = props;
  return (
    <span className="er-source">
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {notes.map((note) => note && getListSeparator() + note)}
      {seen && getListSeparator()}
      {seen && <span className="er-date">{t('seen $1', formatDate(seen))}</span>}
    </span>
  );
}
