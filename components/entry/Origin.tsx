import { dateWords } from '../../lib/catalogue/age.ts';
import { comma, t } from '../../lib/language/translate.ts';

interface OriginProps {
  name: string;
  url: string | undefined;
  notes: readonly (string | false | undefined)[];
  /** The day on which the source was read (ISO date), if known. */
  seen: string | undefined;
}

/** A source: its name with a link, notes, and the day on which it was read. */
export function Origin({ name, url, notes, seen }: OriginProps) {
  return (
    <span className="er-source">
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {notes.map((note) => note && comma() + note)}
      {seen && comma()}
      {seen && <span className="er-date">{t('seen $1', dateWords(seen))}</span>}
    </span>
  );
}
