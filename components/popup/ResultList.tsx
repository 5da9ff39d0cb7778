import { useEffect } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getAnswerOptions } from '../../lib/format/answer-options.ts';
import { t } from '../../lib/i18n/translate.ts';
import { QUESTION_TEXTS } from '../entry/wording.ts';
import { Icon } from '../icons/Icon.tsx';
import { TabLink } from '../shared/controls.tsx';
import { EntryLine, EntryRow, getRowClass } from '../shared/EntryRow.tsx';
import type { ListGroup, ListRow } from './answer.ts';
import { FindingLines } from './FindingPlaces.tsx';
import { getOptionId, LIST_ID } from './SearchField.tsx';

/** The list below the search field: one listbox, in which the arrow keys move across all groups. */
export function ResultList(props: {
  groups: readonly ListGroup[];
  catalogue: Catalogue;
  /** Index of the active row among all rows; -1 if there is none. */
  active: number;
  onOpen: (row: ListRow) => void;
  /** Goes to a code on the page. */
  onGo: (row: ListRow) => void;
}) {
  const { groups, catalogue, active, onOpen, onGo } = props;
  useEffect(() => {
    if (active >= 0) document.getElementById(getOptionId(active))?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  let index = 0;
  return (
    <div id={LIST_ID} role="listbox" aria-label={t('Codes')} className="list">
      {groups.map(({ id, heading, aside, rows }) => {
        const start = index;
        index += rows.length;
        const headingId = `popup-group-${id}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div
            key={id}
            role="group"
            className="list-group"
            data-group={id}
            {...(heading ? { 'aria-labelledby': headingId } : { 'aria-label': t('Results') })}
          >
            {heading && (
              <div role="presentation" className="list-heading">
                <span id={headingId}>{heading}</span>
                {aside && <span>{aside}</span>}
              </div>
            )}
            {rows.map((row, at) => (
              <Option
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no state, and reusing elements is faster while the user types
                key={at}
                index={start + at}
                row={row}
                catalogue={catalogue}
                selected={start + at === active}
                onOpen={onOpen}
                onGo={onGo}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Option(props: {
  index: number;
  row: ListRow;
  catalogue: Catalogue;
  selected: boolean;
  onOpen: (row: ListRow) => void;
  onGo: (row: ListRow) => void;
}) {
  const { index, row, catalogue, selected, onOpen, onGo } = props;
  const asked = row.finding ?? row.undecided;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus, and its keys act on the active option
    <div
      id={getOptionId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={getRowClass(row.code)}
      data-code={row.code}
      data-key={row.key ?? undefined}
      // Keep the focus in the search field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(row)}
    >
      <EntryRow
        code={row.code}
        entry={row.entry}
        side={
          row.onPage ? (
            <>
              {row.side}
              {/* For the pointer: an option can hold no button. The opened entry has one. */}
              <span
                className="row-go"
                aria-hidden="true"
                title={t('Show on the page')}
                onClick={(event) => {
                  event.stopPropagation();
                  onGo(row);
                }}
              >
                <Icon name="target" size={14} />
              </span>
            </>
          ) : (
            row.side
          )
        }
        meanings={asked?.undecided ? getAnswerOptions(asked, catalogue).length : 0}
      />
      {row.lowConfidenceHit && <CodeInText around={row.lowConfidenceHit.around} />}
      <span className="row-lines soft">
        {row.entry &&
          (asked?.undecided ? (
            <span>{t(QUESTION_TEXTS[asked.undecided])}</span>
          ) : (
            <EntryLine entry={row.entry} catalogue={catalogue} />
          ))}
        {row.finding && <FindingLines finding={row.finding} />}
      </span>
    </div>
  );
}

/** The page's text around a code. Renders nothing if the code has no adjacent text. */
function CodeInText({ around: [before, code, after] }: { around: readonly [string, string, string] }) {
  if (`${before}${after}`.trim() === '') return null;
  return (
    <span className="row-around soft" dir="auto">
      {before}
      <b>{code}</b>
      {after}
    </span>
  );
}

/** Says how many results are not shown, and links to all of them. */
export function MoreResults({ shown, total, href }: { shown: number; total: number; href: string }) {
  return (
    <p className="ways soft">
      <span className="link-button">{t('$1 of $2', shown, total)}</span>
      <TabLink href={href}>{t('All $1 in the catalogue', total)}</TabLink>
    </p>
  );
}
