// biome-ignore-all lint/a11y: tables of div with roles, as the real page has them.
import { type ReactNode, useState, type WheelEvent } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

const ROW = 44;
const HEAD = 40;
const HEIGHT = 308;
const ROWS = 400;
/** More entries than rendered rows, so that a recycled row gets another code. */
const CODES = [
  '131049',
  '131026',
  '',
  '131047',
  '130472',
  '131053',
  '',
  '131000',
  '132000',
  '131051',
  '',
];
const TEMPLATES = [
  'order_update_131047',
  'promo_nov',
  'otp_login',
  'invoice_470',
];

interface Column {
  name: string;
  width: number;
  cell(row: number): ReactNode;
}

/** The first columns are fixed, the others scroll horizontally. */
const FIXED: readonly Column[] = [
  {
    name: '',
    width: 40,
    cell: (row) => (
      <input type="checkbox" aria-label={`Select row ${row + 1}`} />
    ),
  },
  {
    name: 'Template',
    width: 220,
    cell: (row) => (
      <>
        <a href="#template">{TEMPLATES[row % TEMPLATES.length]}</a>
        <span className="x1sub">ID: {String(131_047_131_026_470 + row)}</span>
      </>
    ),
  },
];
const OTHERS: readonly Column[] = [
  { name: 'Date', width: 110, cell: (row) => `${1 + (row % 28)} Nov 2026` },
  { name: 'Error code', width: 110, cell: (row) => CODES[row % CODES.length] },
  {
    name: 'Messages',
    width: 110,
    cell: (row) => (row % 5 === 0 ? '470' : (1_000 + row).toLocaleString('en')),
  },
  { name: 'Failed messages', width: 130, cell: (row) => 100 + (row % 40) },
  {
    name: 'Amount spent',
    width: 120,
    cell: (row) => `US$${(131 + row).toFixed(2)}`,
  },
];

/** A group of cells, each with its own offset from the left. */
function Cells({
  columns,
  left,
  row,
}: {
  columns: readonly Column[];
  left: number;
  row?: number;
}) {
  const height = row === undefined ? HEAD : ROW;
  let at = 0;

  return (
    <div className="_3pzk" style={{ height, left }}>
      <div
        className="_3pzj"
        style={{
          height,
          position: 'absolute',
          transform: 'translate3d(0px,0px,0)',
        }}
      >
        {columns.map(({ name, width, cell }) => {
          at += width;

          return (
            <div
              key={name}
              className="_4lg0 _4h2m"
              role={row === undefined ? 'columnheader' : 'gridcell'}
              style={{ height, width, left: at - width }}
            >
              <div className="_4lgc _4h2u" style={{ height, width }}>
                <div className="_4lgd _4h2w">
                  <div className="_4lge _4h2x">
                    <div className="_1cig _25fg">
                      <span className="_1cid">
                        {row === undefined ? name : cell(row)}
                      </span>
                    </div>
                  </div>
                </div>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ top, row }: { top: number; row?: number }) {
  const height = row === undefined ? HEAD : ROW;

  return (
    <div
      className="_1gda"
      style={{
        width: 840,
        height,
        zIndex: row === undefined ? 1 : 0,
        transform: `translate3d(0px,${top}px,0)`,
      }}
    >
      <div
        className="_1gd4 _4li"
        role="row"
        style={{ width: 840, height, background: '#fff' }}
      >
        <div className="_1gd5">
          <Cells
            columns={FIXED}
            left={0}
            {...(row === undefined ? {} : { row })}
          />
          <Cells
            columns={OTHERS}
            left={260}
            {...(row === undefined ? {} : { row })}
          />
        </div>
      </div>
    </div>
  );
}

/** A virtual list without native scrolling: the wheel moves the rows, and rows are recycled. */
function Insights() {
  const [top, setTop] = useState(0);
  const shown = Math.ceil((HEIGHT - HEAD) / ROW) + 1;
  const first = Math.floor(top / ROW);

  const handleWheel = (event: WheelEvent) =>
    setTop((before) =>
      Math.max(0, Math.min(ROWS * ROW - HEIGHT, before + event.deltaY)),
    );

  return (
    <div
      className="_1gbz"
      role="grid"
      aria-rowcount={ROWS}
      style={{ height: HEIGHT, width: 840 }}
      onWheel={handleWheel}
    >
      {Array.from({ length: shown }, (_, slot) => {
        const row = first + ((slot - (first % shown) + shown) % shown);
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what is used again.
        return <Row key={slot} row={row} top={HEAD + row * ROW - top} />;
      })}
      <Row top={0} />
    </div>
  );
}

const LIST = [
  {
    name: 'order_update',
    id: '131026131049470',
    status: 'Active – High quality',
    read: '63 %',
    sent: '13,105',
  },
  {
    name: 'promo_nov',
    id: '132015132015100',
    status: 'Paused',
    why: 'Paused for 3 hours because of low quality. Sends return error 132015 until then.',
    read: '131 (47 %)',
    sent: '1008',
  },
  {
    name: 'invoice_due',
    id: '132001470131047',
    status: 'Some sends failed',
    why: '(#132012) Parameter format does not match format in the created template, 368 messages.',
    read: '–',
    sent: '470',
  },
];

function Status({ status, why }: { status: string; why?: string | undefined }) {
  const [at, setAt] = useState<DOMRect | null>(null);

  return (
    <div className="x1lliihq">
      <div className="x6s0dn4">
        <span>{status}</span>{' '}
        {why && (
          <div
            style={{ display: 'inline' }}
            role="button"
            tabIndex={0}
            aria-label={`About ${status}`}
            onMouseEnter={(event) =>
              setAt(event.currentTarget.getBoundingClientRect())
            }
          >
            <i className="img sp_UuU9HmrQ397" />
          </div>
        )}
      </div>
      {at &&
        createPortal(
          <div
            className="uiContextualLayerPositioner"
            style={{ left: at.left - 330, top: at.bottom + scrollY }}
          >
            <div className="uiContextualLayer" role="tooltip">
              <div className="x78zum5">
                <div className="xdt5ytf">
                  <span>{why}</span>
                </div>
              </div>
            </div>
          </div>,
          document.body,
        )}
    </div>
  );
}

function Templates() {
  const heads = [
    'Template name',
    'Category',
    'Status',
    'Messages sent',
    'Messages read',
  ];

  return (
    <div role="table" aria-label="Message templates">
      <div role="rowgroup">
        <div role="row" className="x1row">
          {heads.map((head) => (
            <div key={head} role="columnheader" className="x1cell">
              <div className="x78zum5">
                <span>{head}</span>
              </div>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {LIST.map(({ name, id, status, why, read, sent }) => (
          <div key={name} role="row" className="x1row">
            {[
              <span key="name">
                <a href="#template">{name}</a>
                <span className="x1sub">{id}</span>
              </span>,
              'Marketing',
              <Status key="status" status={status} why={why} />,
              sent,
              read,
            ].map((content, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay where they are.
              <div key={at} role="cell" className="x1cell">
                <div className="x78zum5">
                  <div className="xeuugli">
                    <span className="x193iq5w">{content}</span>
                  </div>
                </div>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <>
      <nav>
        <a href="#insights">Insights</a>
        <a href="#templates">Message templates</a>
        <a href="#numbers">Phone numbers (10)</a>
      </nav>
      <div className="x1main">
        <span className="x1sub">
          WhatsApp Business account 102290131047398 · +62 812-1310-4747
        </span>
        <div className="x1figures">
          {[
            ['Messages sent', '131,047'],
            ['Messages delivered', '130472'],
            ['Conversations', '1026'],
            ['Approximate charges', 'US$1,310.26'],
          ].map(([name, figure]) => (
            <div key={name}>
              <span>{name}</span>
              <span>{figure}</span>
            </div>
          ))}
        </div>
        <h2>Failed messages</h2>
        <Insights />
        <h2>Message templates</h2>
        <Templates />
      </div>
    </>,
  );
