import { type ComponentProps, useEffect } from 'react';
import { formatUnmarkedReason } from '../../lib/answer/format/unmarked-reason.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import {
  FailureRow,
  type FailureRowProps,
  getRowClass,
} from '../shared/EntryRow.tsx';
import type { ListGroup, ListRow } from './answer.ts';
import { FindingLines } from './FindingPlaces.tsx';
import { getOptionId, LIST_ID } from './SearchField.tsx';

interface RowProps
  extends Pick<FailureRowProps, 'catalogue' | 'provider' | 'hasBlocker'> {
  onOpen: (row: ListRow, isTicket?: boolean) => void;
  onGo: (name: NonNullable<ListRow['onPage']>) => void;
}

/**
 * The list below the search field: one listbox, in which the arrow keys move across all groups.
 *
 * @param active Index of the active row among all rows; -1 if there is none.
 */
export function ResultList(
  props: RowProps & { groups: readonly ListGroup[]; active: number },
) {
  const { groups, active, ...others } = props;

  // Beside a state of a paste that stops sending, the others need no next step.
  const hasBlocker = groups.some(({ rows }) =>
    rows.some(
      ({ entry, explanation }) => explanation && entry?.state && !entry.success,
    ),
  );

  const rest = { ...others, hasBlocker };

  useEffect(() => {
    if (active >= 0)
      document
        .getElementById(getOptionId(active))
        ?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  let index = 0;

  return (
    <div id={LIST_ID} role="listbox" aria-label={t('Codes')} className="list">
      {groups.map(({ id, heading, aside, rows }, group) => {
        const start = index;

        index += rows.length;

        const headingId = `popup-group-${group}`;

        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div
            key={id}
            role="group"
            data-group={id}
            {...(heading
              ? { 'aria-labelledby': headingId }
              : { 'aria-label': t('Results') })}
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
                isActive={start + at === active}
                {...rest}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Marks the less certain codes of the list on this site. `onPress` is null where that is decided elsewhere. */
export function MarkHere(props: {
  groups: readonly ListGroup[];
  onPress: (() => void) | null;
}) {
  const { groups, onPress } = props;
  if (!onPress || groups.every(({ id }) => id !== 'perhaps')) return null;

  return (
    <p className="ways">
      <button
        type="button"
        className="link-button"
        title={t(
          'Marks less certain codes on this site. Undo it under “Codes”.',
        )}
        onClick={onPress}
      >
        {t('Mark them here')}
      </button>
    </p>
  );
}

function Option(
  props: RowProps & { index: number; row: ListRow; isActive: boolean },
) {
  const { index, row, isActive, onOpen, onGo, ...rest } = props;

  const { code, key, entry, explanation, count, onPage, lowConfidenceHit } =
    row;

  const isFailure = onPage || (explanation && 'places' in explanation);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus, and its keys act on the active option
    <div
      id={getOptionId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={getRowClass(code)}
      data-code={code}
      data-key={key ?? undefined}
      // Keep the focus in the search field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(row)}
    >
      <FailureRow
        code={code}
        entry={entry}
        explanation={explanation}
        count={count}
        {...rest}
        action={
          isFailure && (
            <span className="row-actions">
              <PointerAction
                className="row-ticket"
                onPress={() => onOpen(row, true)}
              >
                {t('Ticket…')}
              </PointerAction>
              {onPage && (
                <PointerAction
                  className="row-go"
                  title={t('Show on the page')}
                  onPress={() => onGo(onPage)}
                >
                  <Icon name="target" size={14} />
                </PointerAction>
              )}
            </span>
          )
        }
      >
        {lowConfidenceHit && <CodeInText around={lowConfidenceHit.around} />}
        {lowConfidenceHit?.rejection && (
          <span className="soft">
            {formatUnmarkedReason(lowConfidenceHit.rejection)}
          </span>
        )}
        {explanation && 'places' in explanation && (
          <FindingLines finding={explanation} />
        )}
      </FailureRow>
    </div>
  );
}

/** For the pointer: an option can hold no button. The opened entry has these. */
const PointerAction = ({
  onPress,
  ...others
}: ComponentProps<'span'> & { onPress: () => void }) => (
  <span
    {...others}
    aria-hidden="true"
    onClick={(event) => {
      event.stopPropagation();
      onPress();
    }}
  />
);

function CodeInText({
  around: [before, code, after],
}: {
  around: readonly [string, string, string];
}) {
  if (`${before}${after}`.trim() === '') return null;

  return (
    <span className="row-around soft" dir="auto">
      {before}
      <b>{code}</b>
      {after}
    </span>
  );
}
