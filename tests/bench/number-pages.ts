import { createRandomInteger } from './logs.ts';

/** Pages of everyday numbers without a code, as a user with access to all sites sees them. */
export const NUMBER_PAGES = [
  'prices',
  'dates',
  'phones',
  'orders',
  'sports',
  'source',
  'spreadsheet',
  'wiki',
  'mail',
  'analytics',
] as const;
type NumberPage = (typeof NUMBER_PAGES)[number];
export const isNumberPage = (kind: string): kind is NumberPage =>
  NUMBER_PAGES.some((known) => known === kind);

type Random = (below: number) => number;

const repeat = (count: number, create: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => create(at)).join('');
const pickFrom = (random: Random, words: string) => {
  const all = words.split(' ');
  return all[random(all.length)] ?? '';
};
const createTable = (
  heads: string,
  rows: number,
  createCells: (row: number) => readonly (string | number)[],
) =>
  `<table><thead><tr>${heads
    .split('|')
    .map((head) => `<th>${head}</th>`)
    .join('')}</tr></thead><tbody>${repeat(
    rows,
    (row) =>
      `<tr>${createCells(row)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  )}</tbody></table>`;

const CITIES = 'Lisbon Recife Medellin Manila Pune Nairobi Cairo Izmir Gdansk Turin Ghent Leeds';
const NAMES = 'Ana Bruno Chen Divya Emeka Fatima Goran Hana Ivan Joana Kofi Lena';
const SURNAMES = 'Silva Okafor Sharma Novak Haddad Kim Rossi Costa Meyer Diaz Tanaka Ali';
const MONTHS = 'January February March April May June July August September October November December';
const GOODS = 'kettle lamp rucksack notebook charger tripod blender jacket helmet keyboard teapot speaker';

const CREATE: Record<NumberPage, (random: Random) => string> = {
  prices: (random) =>
    `<header><a href="#">Home</a> <a href="#">Deals</a> <span class="cart">Basket (3)</span></header>
    <h1>Kitchen and travel</h1><p>1–48 of 1,204 results</p><ul class="grid">${repeat(48, () => {
      const price = 4 + random(900);
      return `<li class="tile"><h2>Steel ${pickFrom(random, GOODS)} ${random(40) * 50} W</h2>
      <div><span>${1 + random(4)}.${random(9)}</span> <span>(${random(5000)})</span></div>
      <div class="price"><span>$</span><span>${price}</span><span>${String(random(100)).padStart(2, '0')}</span></div>
      <div>was <s>${price + 20}</s>, you save ${random(60)}%</div><div>Only ${1 + random(12)} left</div></li>`;
    })}</ul><footer>© 2026 · 24 stores · Item code on the box</footer>`,
  dates: (random) =>
    `<h1>Events</h1><h2>November 2026</h2><table class="month"><tr><th>Mo</th><th>Tu</th><th>We</th><th>Th</th><th>Fr</th><th>Sa</th><th>Su</th></tr>${repeat(
      5,
      (week) => `<tr>${repeat(7, (day) => `<td>${week * 7 + day + 1}</td>`)}</tr>`,
    )}</table>${repeat(
      40,
      () => `<article><time><b>${1 + random(28)}</b> <span>${pickFrom(random, MONTHS)}</span> ${2025 + random(3)}</time>
      <h3>Concert in ${pickFrom(random, CITIES)}</h3><p>Doors open at ${17 + random(4)}:30 in hall ${1 + random(12)}.
      ${100 + random(900)} seats, ${random(90)} left. Row ${1 + random(30)}, from ${10 + random(80)} €.</p></article>`,
    )}`,
  phones: (random) =>
    `<h1>Staff directory</h1>${createTable('Name|Room|Extension|Mobile|Fax|Postcode', 90, () => [
      `${pickFrom(random, NAMES)} ${pickFrom(random, SURNAMES)}`,
      100 + random(400),
      1000 + random(9000),
      `+44 7${100 + random(900)} ${100000 + random(900000)}`,
      `020 ${1000 + random(9000)} ${1000 + random(9000)}`,
      10_000 + random(89_999),
    ])}<p>Reception: <a href="#">0800 ${100 + random(900)} ${100 + random(900)}</a>. In an emergency call 112.</p>`,
  orders: (random) =>
    `<nav>Orders 128 Products 46 Customers 2014</nav><h1>Orders</h1>${createTable(
      'Order|Date|Customer|Items|Total|Status|Tracking number',
      80,
      () => [
        `<a href="#">#${100_000 + random(60_000)}</a>`,
        `${1 + random(28)} ${pickFrom(random, MONTHS)}`,
        `${pickFrom(random, NAMES)} ${pickFrom(random, SURNAMES)}`,
        1 + random(14),
        `${10 + random(500)}.${String(random(100)).padStart(2, '0')}`,
        pickFrom(random, 'Paid Shipped Delivered Refunded Pending'),
        `${1_000_000 + random(8_999_999)}`,
      ],
    )}`,
  sports: (random) =>
    `<h1>League table</h1>${createTable('Pos|Club|Played|Won|Drawn|Lost|GF|GA|Points', 20, (row) => [
      row + 1,
      `${pickFrom(random, CITIES)} FC`,
      ...[20, 14, 9, 9, 60, 50, 55].map((most) => 1 + random(most)),
    ])}<h2>Results</h2>${repeat(
      30,
      () => `<div class="match"><span>${pickFrom(random, CITIES)}</span> <b>${random(5)}</b>–<b>${random(5)}</b> <span>${pickFrom(random, CITIES)}</span>
      <small>${random(90)}' ${pickFrom(random, SURNAMES)}, attendance ${10_000 + random(50_000)}</small></div>`,
    )}<h2>100 metres</h2><ol>${repeat(12, () => `<li>${pickFrom(random, NAMES)} ${9 + random(3)}.${10 + random(89)} <i>lane ${1 + random(8)}</i></li>`)}</ol>`,
  source: (random) =>
    `<div class="toolbar"><button>Code</button> <button>Blame</button> 214 lines (180 loc) · 6.4 KB</div><table class="file">${repeat(
      120,
      (line) =>
        `<tr><td class="number">${line + 1}</td><td class="code"><span>${
          [
            `const MAX_ROWS = ${random(5000)};`,
            `  if (count &gt; ${random(300)}) return ${random(20)};`,
            `// See issue ${1000 + random(9000)}: the buffer holds ${1 << random(13)} bytes.`,
            `  padding: ${random(40)}px ${random(40)}px; z-index: ${random(2000)};`,
            `  expect(sum([${random(200)}, ${random(200)}, ${random(200)}])).toBe(${random(600)});`,
            `  setTimeout(retry, ${random(90) * 100});`,
          ][random(6)]
        }</span></td></tr>`,
    )}</table>`,
  spreadsheet: (random) =>
    `<div role="toolbar">100% · Arial · 10</div><div role="grid"><div role="row">${repeat(9, (column) => `<div role="columnheader" aria-colindex="${column + 1}">${'ABCDEFGHI'[column]}</div>`)}</div>${repeat(
      70,
      (row) =>
        `<div role="row"><div role="rowheader">${row + 1}</div>${repeat(9, (column) => `<div role="gridcell" aria-colindex="${column + 1}">${column === 0 ? pickFrom(random, CITIES) : random(10 ** (1 + (column % 6)))}</div>`)}</div>`,
    )}</div>`,
  wiki: (random) =>
    `<h1>${pickFrom(random, CITIES)}</h1><table class="infobox"><caption>City</caption><tr><th>Population</th><td>131,047</td></tr><tr><th>Elevation</th><td>470 m</td></tr><tr><th>Postal codes</th><td>63016, 63018</td></tr><tr><th>Area code</th><td>131</td></tr><tr><th>Founded</th><td>1004</td></tr></table>${repeat(
      14,
      () => `<h2>Districts and ${pickFrom(random, GOODS)} trade</h2><p>In ${1000 + random(1026)} the town had ${random(9)},${100 + random(900)} people in ${100 + random(900)} houses.<sup>[${1 + random(200)}]</sup>
      A fire destroyed ${10 + random(90)} of them; ${1 + random(12)} years later, ${random(500)} families had returned, and by ${1800 + random(220)} it was the ${1 + random(30)}th largest port.</p>`,
    )}${createTable('Year|Population|Change|Households', 20, (row) => [1830 + row * 10, 1000 + random(90_000), `${random(40)}%`, 200 + random(9000)])}
    <ol class="references">${repeat(60, () => `<li>${pickFrom(random, SURNAMES)}, ${pickFrom(random, NAMES)} (${1900 + random(126)}). <i>Ports</i>, p. ${random(500)}. ISBN ${100 + random(900)}-${random(10)}-${1000 + random(9000)}.</li>`)}</ol>`,
  mail: (random) =>
    `<nav><a>Inbox <b>${random(200)}</b></a><a>Drafts <b>${random(20)}</b></a><a>Spam <b>${random(900)}</b></a></nav><div role="list">${repeat(
      60,
      () =>
        `<div role="listitem"><span>${pickFrom(random, NAMES)} ${pickFrom(random, SURNAMES)} (${1 + random(9)})</span> <b>${
          [
            `Invoice ${1000 + random(9000)} is due`,
            `Your verification code is ${100_000 + random(900_000)}`,
            `Ticket ${random(2000)}: printer on floor ${random(12)}`,
            `${random(50)} new jobs in ${pickFrom(random, CITIES)}`,
            `Re: meeting at ${8 + random(10)}:00, room ${100 + random(400)}`,
            `Your parcel ${1_000_000 + random(8_000_000)} failed to arrive`,
          ][random(6)]
        }</b> <span>Only ${random(99)} hours left for ${random(80)}% off ${random(500)} items</span> <time>${1 + random(12)}:${10 + random(49)} PM</time></div>`,
    )}</div>`,
  analytics: (random) =>
    `<h1>Last 30 days</h1>${['Users', 'Sessions', 'Bounce rate', 'Errors', 'Failed payments', 'Conversions']
      .map(
        (name) =>
          `<div class="tile"><div>${name}</div><div class="value">${random(20_000)}</div><div>+${random(40)}% on ${random(9000)}</div></div>`,
      )
      .join('')}${createTable('Page|Views|Users|Average time (s)|Exits|Status', 60, (row) => [
      `/blog/${pickFrom(random, GOODS)}-${row}`,
      random(90_000),
      random(9000),
      random(600),
      random(1000),
      pickFrom(random, '200 200 200 301 404 500'),
    ])}<svg width="300" height="80">${repeat(12, (at) => `<text x="${at * 24}" y="70">${at * 100}</text>`)}</svg>`,
};

export function createNumberPage(kind: NumberPage): string {
  const random = createRandomInteger(20_261_129 + NUMBER_PAGES.indexOf(kind));
  return `<!doctype html><meta charset="utf-8"><title>${kind}</title>${CREATE[kind](random)}`;
}
