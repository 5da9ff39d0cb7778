import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import {
  formatCodeCount,
  formatFailureCount,
} from '../../lib/answer/format/failure-counts.ts';
import type { CodeNode, GroupNode } from '../../lib/answer/format/page-tree.ts';
import {
  formatNumber,
  getListSeparator,
  t,
} from '../../lib/core/i18n/translate.ts';
import { NOTE_TEXTS, NotesContext } from '../entry/TeamNote.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { ReadTexts } from '../popup/page-plan.ts';
import { Button } from '../shared/controls.tsx';
import {
  FailureRow,
  type FailureRowProps,
  getRowClass,
} from '../shared/EntryRow.tsx';
import { getRowAfterKey } from '../shared/list-keys.ts';

/** By level, until they are measured. */
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
    if (document.activeElement === document.body)
      tree.current?.focus({ preventScroll: true });
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
      aria-activedescendant={
        seen.some(({ id }) => id === active)
          ? getDomId(active ?? '')
          : undefined
      }
      onKeyDown={handleKey}
      onFocus={() => {
        if (!isOpening.current && !rows.some(({ id }) => id === active))
          setActive(rows[0]?.id ?? null);
      }}
    >
      <div
        role="presentation"
        className="tree-all"
        style={{ height: virtual.getTotalSize() }}
      >
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
              title={
                row.level === 3
                  ? t('Show on the page')
                  : t('Go to the next occurrence on the page')
              }
              style={{ transform: `translateY(${start - above}px)` }}
              onMouseDown={(event) => {
                // Keep the focus on the tree.
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

function Line({
  row,
  texts,
  onTicket,
  ...rest
}: { row: TreeRow } & Omit<TreeProps, 'rows'>) {
  const { getNote, getManagedNote } = useContext(NotesContext);

  if (row.level === 1) {
    const { heading, plan, count, codes } = row.group;

    return (
      <>
        <b>{heading}</b>
        <span className="row-side">
          {plan ? formatFailureCount([row.group]) : formatNumber(count)}
          {codes.length > 1 &&
            getListSeparator() + formatCodeCount(codes.length)}
        </span>
      </>
    );
  }

  if (row.level === 2) {
    const { name, entry, undecided, count, reason, sendAt } = row.code;
    const key = entry?.key ?? name.code;

    const notes = [
      ['organisation', getManagedNote?.(key)],
      ['team', getNote(key)],
    ] as const;

    return (
      <div className={getRowClass(name.code)}>
        <FailureRow
          {...rest}
          entry={entry}
          count={count}
          code={name.code}
          reason={reason}
          sendAt={sendAt}
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

const CHUNK_PLACES = 40;

/** Reads the texts of places lazily, as they scroll into view, and again after the page changes. Reading costs the page time. */
export function usePlaceTexts(
  read: ReadTexts,
  page: { tabId: number } | null | undefined,
) {
  const texts = useRef(new Map<string, string>());
  const asked = useRef(new Set<string>());
  const [, setReads] = useState(0);
  const redraw = () => setReads((count) => count + 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page in another tab has other places
  useEffect(() => texts.current.clear(), [page?.tabId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts of a changed page may differ
  useEffect(() => {
    asked.current = new Set();
    redraw();
  }, [page]);

  async function requestChunk(
    { id, name }: CodeNode,
    from: number,
  ): Promise<void> {
    const found = await read(name, from, from + CHUNK_PLACES);
    for (const [at, text] of found.entries())
      texts.current.set(`${id} ${from + at}`, text);
    redraw();
  }

  return {
    getTexts: (code: string, place: number): string | undefined =>
      texts.current.get(`${code} ${place}`),
    requestTexts(rows: readonly TreeRow[]): void {
      for (const row of rows) {
        if (row.level !== 3) continue;

        const from = row.place - (row.place % CHUNK_PLACES);
        const chunk = `${row.code.id} ${from}`;
        if (asked.current.has(chunk)) continue;
        asked.current.add(chunk);
        void requestChunk(row.code, from);
      }
    },
  };
}

export type TreeRow = {
  id: string;
  position: number;
  siblings: number;
  open: boolean | null;
} & (
  | { level: 1; group: GroupNode }
  | { level: 2; code: CodeNode }
  | { level: 3; code: CodeNode; place: number }
);

/**
 * Returns the visible rows of the tree in order.
 *
 * @param toggled Ids of collapsed groups and of expanded codes: by default groups are expanded and codes are not.
 */
export const createTreeRows = (
  groups: readonly GroupNode[],
  toggled: ReadonlySet<string>,
): TreeRow[] =>
  groups.flatMap((group, at): TreeRow[] => {
    const id = group.heading;
    const open = !toggled.has(id);

    const head: TreeRow = {
      id,
      position: at + 1,
      siblings: groups.length,
      open,
      level: 1,
      group,
    };

    const codes = open ? group.codes : [];

    return [
      head,
      ...codes.flatMap((code, place) =>
        createCodeRows(code, place, group, toggled),
      ),
    ];
  });

function createCodeRows(
  code: CodeNode,
  at: number,
  group: GroupNode,
  toggled: ReadonlySet<string>,
) {
  const open = code.places > 0 ? toggled.has(code.id) : null;

  const row: TreeRow = {
    id: code.id,
    position: at + 1,
    siblings: group.codes.length,
    open,
    level: 2,
    code,
  };

  if (!open) return [row];

  const siblings = code.places;

  const places = (code.shown ?? [...Array(siblings).keys()]).map(
    (place, index): TreeRow => {
      const id = `${code.id} ${place}`;

      return {
        id,
        position: index + 1,
        siblings,
        open: null,
        level: 3,
        code,
        place,
      };
    },
  );

  return [row, ...places];
}

/** Returns what a key does in the tree view (ARIA practices): moves to a row, or expands or collapses one. Null for any other key. */
function getTargetOfKey(key: string, rows: readonly TreeRow[], at: number) {
  const to = getRowAfterKey(key, at, rows.length);
  if (to !== null) return { to: Math.min(Math.max(to, 0), rows.length - 1) };

  const row = rows[at];
  if (!row) return null;

  if (key === 'ArrowRight')
    return row.open === false
      ? { toggle: row }
      : { to: row.open ? at + 1 : at };

  if (key !== 'ArrowLeft') return null;
  if (row.open) return { toggle: row };

  const outer = rows.findLastIndex(
    ({ level }, before) => before < at && level < row.level,
  );

  return { to: Math.max(outer, 0) };
}
