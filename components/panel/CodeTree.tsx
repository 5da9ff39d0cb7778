import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatCodeCount, formatFailureCount } from '../../lib/format/failure-counts.ts';
import type { CodeNode } from '../../lib/format/page-tree.ts';
import { formatNumber, getListSeparator, t } from '../../lib/i18n/translate.ts';
import { NOTE_TEXTS, NotesContext } from '../entry/TeamNote.tsx';
import { Icon } from '../icons/Icon.tsx';
import { FailureRow, type FailureRowProps } from '../popup/FailureRow.tsx';
import { Button } from '../shared/controls.tsx';
import { getRowClass } from '../shared/EntryRow.tsx';
import { getTargetOfKey, type TreeRow } from './tree-rows.ts';
import type { usePlaceTexts } from './use-place-texts.ts';

/** Estimated heights of the rows in pixels, by level, until they are measured. */
const ESTIMATED_HEIGHT_PX = { 1: 34, 2: 86, 3: 30 } as const;
/** Height in pixels of the sticky search field, which covers the top. */
const HIDDEN_TOP_PX = 52;

interface TreeProps extends Pick<FailureRowProps, 'catalogue' | 'provider'> {
  rows: readonly TreeRow[];
  texts: ReturnType<typeof usePlaceTexts>;
  onTicket: (code: CodeNode) => void;
}

/**
 * A virtualized tree of the codes on a page: renders only the rows in view, so that it scales to any number.
 *
 * @param scroller The scroll container of the tree.
 */
export function CodeTree(
  props: TreeProps & {
    scroller: HTMLElement | null;
    onGo: (row: TreeRow) => void;
    onToggle: (row: TreeRow) => void;
  },
) {
  const { rows, scroller, onGo, onToggle, ...rest } = props;
  const tree = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(tree.current?.offsetTop ?? 0));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (at) => ESTIMATED_HEIGHT_PX[rows[at]?.level ?? 3],
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 6,
    scrollMargin: above,
    scrollPaddingStart: HIDDEN_TOP_PX,
    scrollPaddingEnd: 8,
  });
  const drawn = virtual.getVirtualItems();
  const seen = drawn.flatMap(({ index }) => rows[index] ?? []);
  useEffect(() => rest.texts.requestTexts(seen));
  /** No row is active until a key is pressed. */
  const isOpening = useRef(false);
  // Move the focus to the list on opening, unless it is elsewhere.
  useEffect(() => {
    isOpening.current = true;
    if (document.activeElement === document.body) tree.current?.focus({ preventScroll: true });
    isOpening.current = false;
  }, []);

  const moveTo = (at: number) => {
    setActive(rows[at]?.id ?? null);
    virtual.scrollToIndex(at);
  };
  function handleKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = rows.findIndex(({ id }) => id === active);
    const row = rows[at];
    if ((event.key === 'Enter' || event.key === ' ') && row) onGo(row);
    else {
      const after = getTargetOfKey(event.key, rows, at);
      if (!after) return;
      if ('to' in after) moveTo(after.to);
      else onToggle(after.toggle);
    }
    event.preventDefault();
  }

  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={0}
      className="tree"
      aria-label={t('Codes on this page')}
      aria-activedescendant={seen.some(({ id }) => id === active) ? getDomId(active ?? '') : undefined}
      onKeyDown={handleKey}
      onFocus={() => {
        if (!isOpening.current && !rows.some(({ id }) => id === active)) setActive(rows[0]?.id ?? null);
      }}
    >
      <div role="presentation" className="tree-all" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree keeps the focus, and its keys act on the active row
            <div
              key={key}
              id={getDomId(row.id)}
              ref={virtual.measureElement}
              data-index={index}
              role="treeitem"
              tabIndex={-1}
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-expanded={row.open ?? undefined}
              aria-selected={row.id === active}
              className="tree-row"
              data-level={row.level}
              data-code={row.level === 2 ? row.code.name.code : undefined}
              title={row.level === 3 ? t('Show on the page') : t('Go to the next place on the page')}
              style={{ transform: `translateY(${start - above}px)` }}
              // Keep the focus on the tree.
              onMouseDown={(event) => {
                event.preventDefault();
                tree.current?.focus({ preventScroll: true });
              }}
              onClick={() => {
                setActive(row.id);
                onGo(row);
              }}
            >
              {row.open !== null && (
                <span
                  className="twist"
                  aria-hidden="true"
                  title={row.open ? t('Close') : t('Open')}
                  onClick={(event) => {
                    event.stopPropagation();
                    setActive(row.id);
                    onToggle(row);
                  }}
                >
                  <Icon name="chevron" size={14} />
                </span>
              )}
              <Line row={row} {...rest} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const getDomId = (id: string) => `tree ${id}`.replace(/\s/g, '-');

function Line({ row, texts, onTicket, ...rest }: { row: TreeRow } & Omit<TreeProps, 'rows'>) {
  const { getNote, getManagedNote } = useContext(NotesContext);
  if (row.level === 1) {
    const { heading, plan, count, codes } = row.group;
    return (
      <>
        <b>{heading}</b>
        <span className="row-side">
          {plan ? formatFailureCount(count) : formatNumber(count)}
          {codes.length > 1 && getListSeparator() + formatCodeCount(codes.length)}
        </span>
      </>
    );
  }
  if (row.level === 2) {
    const { name, entry, undecided, count } = row.code;
    const key = entry?.key ?? name.code;
    const notes = [
      ['organization', getManagedNote?.(key)],
      ['team', getNote(key)],
    ] as const;
    return (
      <div className={getRowClass(name.code)}>
        <FailureRow
          {...rest}
          {...{ entry, count }}
          code={name.code}
          explanation={undecided}
          action={
            !undecided &&
            !entry?.success && (
              <Button
                className="link-button row-actions row-ticket"
                onMouseDown={(event) => event.stopPropagation()}
                onKeyDown={(event) => event.stopPropagation()}
                onClick={(event) => {
                  event.stopPropagation();
                  onTicket(row.code);
                }}
              >
                {t('Ticket…')}
              </Button>
            )
          }
        >
          {notes.map(
            ([whose, note]) =>
              note && (
                <span key={whose} dir="auto">
                  <b>{t(NOTE_TEXTS[whose].lead)}</b> {note}
                </span>
              ),
          )}
        </FailureRow>
      </div>
    );
  }
  return (
    <>
      <span className="tree-number soft">{formatNumber(row.place + 1)}</span>
      <span className="tree-text" dir="auto">
        {texts.getTexts(row.code.id, row.place) ?? '…'}
      </span>
    </>
  );
}
