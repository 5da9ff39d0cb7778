import { scaleLinear, scaleUtc } from 'd3-scale';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import {
  getPeriodStart,
  getPeriodUnit,
} from '../../lib/answer/breakdown/periods.ts';
import { formatFacetValue } from '../../lib/answer/format/facet-text.ts';
import {
  formatNumber,
  getDateLanguage,
  t,
} from '../../lib/core/i18n/translate.ts';
import { CountTable, formatCount } from './CountTable.tsx';
import type { PictureProps } from './picture-props.ts';

const MAX_COUNT_TICKS = 3;
const MAX_TIME_TICKS = 6;
/** Number of letters that the axis has room for. */
const AXIS_LETTERS = { wide: 92, small: 48 };
const GAP_LETTERS = 2;
const HOUR_TICKS = [0, 6, 12, 18];

/** Columns over time, stacked by plan. Arrow keys move from column to column. */
export function Columns(
  props: PictureProps & { title: string; isSmall?: boolean },
) {
  const { counts, isSmall } = props;
  const { facet, values } = counts;
  const [reached, setReached] = useState<number | null>(null);
  const [tabStop, setTabStop] = useState(0);

  const maxFailed = Math.max(...values.map(({ failed }) => failed));
  const scale = scaleLinear([0, maxFailed], [0, 100]).nice(MAX_COUNT_TICKS);
  const [, top = 1] = scale.domain();
  const shown = reached === null ? undefined : values[reached];

  function handleKey(event: KeyboardEvent<HTMLTableSectionElement>): void {
    const to = getColumnAfterKey(event, tabStop, values.length);
    if (to === null) return;

    event.preventDefault();
    setTabStop(to);
    event.currentTarget.rows[to]?.querySelector('button')?.focus();
  }

  return (
    <div
      className="columns-picture"
      style={{ '--columns': values.length, '--top': top } as CSSProperties}
    >
      <div className="plot">
        {!isSmall && (
          <ul className="count-axis" aria-hidden="true">
            {scale
              .ticks(MAX_COUNT_TICKS)
              .filter(Number.isInteger)
              .map((count) => (
                <li key={count} style={{ insetBlockEnd: `${scale(count)}%` }}>
                  <span>{formatNumber(count)}</span>
                </li>
              ))}
          </ul>
        )}
        <CountTable
          {...props}
          className="column-table"
          getStyle={() => ({})}
          onKeyDown={handleKey}
          tabStop={tabStop}
          onReach={(at) => {
            setReached(at);
            if (at !== null) setTabStop(at);
          }}
        />
      </div>
      <ul className="time-axis" aria-hidden="true">
        {listTimeTicks(facet, values, isSmall).map(({ at, text }) => (
          <li
            key={text}
            style={{ insetInlineStart: `${(at / values.length) * 100}%` }}
          >
            {text}
          </li>
        ))}
      </ul>
      {/* Screen readers have the table. */}
      <p className="count-note soft" aria-hidden="true">
        {shown ? formatCount(facet, shown) : t('Times as in the table')}
      </p>
    </div>
  );
}

/** Returns the index of the column that a key moves to. Null for any other key. */
function getColumnAfterKey(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  at: number,
  columns: number,
): number | null {
  const isMirrored = getComputedStyle(currentTarget).direction === 'rtl';
  const step = isMirrored ? -1 : 1;
  const to = {
    ArrowRight: at + step,
    ArrowLeft: at - step,
    Home: 0,
    End: columns - 1,
  }[key];

  return to === undefined ? null : Math.min(Math.max(to, 0), columns - 1);
}

/** Returns the columns that the axis names. */
function listTimeTicks(
  facet: PictureProps['counts']['facet'],
  values: PictureProps['counts']['values'],
  isSmall = false,
) {
  if (facet === 'hour')
    return HOUR_TICKS.map((at) => ({
      at,
      text: formatFacetValue({ facet, value: values[at]?.value ?? '' }),
    }));

  const starts = values.map(({ value }) => getPeriodStart(value));
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const format = new Intl.DateTimeFormat(
    getDateLanguage(),
    getTickParts(values[0]?.value ?? '', last - first),
  );

  const ticks = scaleUtc()
    .domain([first, last])
    .ticks(MAX_TIME_TICKS)
    .flatMap((tick) => {
      const at = starts.indexOf(tick.getTime());
      return at < 0 ? [] : [{ at, text: format.format(tick) }];
    })
    .filter(({ text }, at, all) => all[at - 1]?.text !== text);

  return thinTicks(ticks, values.length, isSmall);
}

/** Leaves out the labels that would touch the one before, or be cut at the end. */
function thinTicks<T extends { at: number; text: string }>(
  ticks: readonly T[],
  columns: number,
  isSmall: boolean,
): readonly T[] {
  const letters = isSmall ? AXIS_LETTERS.small : AXIS_LETTERS.wide;
  let free = 0;

  return ticks.filter(({ at, text }) => {
    const end = at + (text.length * columns) / letters;
    if (at < free || end > columns) return false;

    free = end + (GAP_LETTERS * columns) / letters;
    return true;
  });
}

const DAY_MS = 86_400_000;

function getTickParts(
  period: string,
  spanMs: number,
): Intl.DateTimeFormatOptions {
  const unit = getPeriodUnit(period);
  if (unit === 'hour' && spanMs <= DAY_MS)
    return { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' };
  if (unit === 'hour')
    return {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    };
  if (unit === 'day')
    return { timeZone: 'UTC', day: 'numeric', month: 'short' };
  return { timeZone: 'UTC', month: 'short', year: 'numeric' };
}
