import { memo } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import { verdictLine } from '../../lib/explain/verdict-text.ts';
import { t } from '../../lib/language/translate.ts';
import { EnglishText } from '../entry/EnglishText.tsx';
import { MarkIcon } from '../icons/MarkIcon.tsx';

const COLUMN = 9;

/** The class of the element around an `EntryRow`: a long symbol does not fit the column of the numbers. */
export const rowClass = (code: string) => (code.length > COLUMN ? 'row row-long' : 'row');

/** The inside of a list row: shape of the verdict, code, title, and one quiet word at the end. */
export const EntryRow = memo(function EntryRow(props: {
  code: string;
  /** Null for a code that the catalogue does not know. */
  entry: Entry | null;
  /** Provider or count; left out where the row says it otherwise. */
  side?: React.ReactNode;
}) {
  const { code, entry, side } = props;
  return (
    <>
      <MarkIcon mark={entry ? markOf(entry) : 'nobody'} size={14} />
      <span className="code-text">{breakable(code)}</span>
      <span className={entry ? 'row-title' : 'row-title soft'}>
        {entry ? <EnglishText>{breakable(entry.title)}</EnglishText> : t('Not in the catalogue')}
        {entry?.subcode && entry.subcode !== code && (
          <span className="soft"> · {t('subcode $1', entry.subcode)}</span>
        )}
      </span>
      {side && (
        <span className="row-side" title={typeof side === 'string' ? side : undefined}>
          {side}
        </span>
      )}
    </>
  );
});

/** Below it: whose turn it is, whether to send again, and whose code it is. */
export function EntryLine({ entry, catalogue }: { entry: Entry; catalogue: Catalogue }) {
  return (
    <span>
      {verdictLine(entry, catalogue).line} · {catalogue.apiName(entry).replace(/ API$/, '')}
    </span>
  );
}

/** A long symbol breaks after its underscores. */
function breakable(code: string): React.ReactNode {
  const parts = code.split(/(?<=_)/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one word stay in their places
  return parts.map((part, at) => (at === 0 ? part : [<wbr key={at} />, part]));
}
