import { render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { SourceComparison } from '../components/entry/RelatedEntries.tsx';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';

const catalogue = createCatalogue(readCatalogue());

const [GALLABOX, BIZMAGNETS, D360, CEQUENS, UNNAMED] = [
  'gallabox-onprem',
  'bizmagnets-cloud',
  '360dialog-errors',
  'cequens-errors',
  'unnamed-table',
] as const;

/** Renders the sources of an entry and returns the line for one row of one source. */
function renderClaimLine(
  key: string,
  source: string,
  row: number,
): HTMLElement {
  const entry = catalogue.byKey.get(key);
  if (!entry) throw new Error(`There is no entry ${key}`);
  const { container } = render(
    <SourceComparison
      entry={entry}
      catalogue={catalogue}
      onChoose={undefined}
    />,
  );
  const { name = source } = catalogue.source(source) ?? {};
  const line = within(container)
    .getAllByRole('listitem')
    .find(
      ({ textContent }) =>
        textContent.includes(name) &&
        new RegExp(`, row ${row}\\b`).test(textContent),
    );
  if (!line) throw new Error(`${key} does not show row ${row} of ${source}`);
  return line;
}

/** Rows of the founding documents whose meaning or remedy differs from Meta's. */
const WRONG: readonly (readonly [key: string, source: string, row: number])[] =
  [
    ['meta/cloud/131000', UNNAMED, 5],
    ['meta/cloud/131009', UNNAMED, 6],
    ['meta/cloud/131026', UNNAMED, 13],
    ['meta/cloud/131030', UNNAMED, 14],
    ['meta/cloud/131031', UNNAMED, 15],
    ['meta/cloud/131052', UNNAMED, 16],
    ['meta/cloud/131053', UNNAMED, 8],
    ['meta/cloud/131056', UNNAMED, 17],
    ['meta/cloud/132000', UNNAMED, 9],
    ['meta/cloud/132001', UNNAMED, 10],
    ['meta/cloud/132005', UNNAMED, 11],
    ['meta/cloud/132007', UNNAMED, 12],
    ['meta/cloud/190', BIZMAGNETS, 4],
    ['meta/cloud/200-299', BIZMAGNETS, 5],
    ['meta/cloud/131049', BIZMAGNETS, 31],
    ['meta/cloud/131052', BIZMAGNETS, 33],
  ];

/** Rows that are correct but short, dated, specific to one company, from another edition, or in the wrong place. */
const REMARKED: readonly (readonly [
  key: string,
  source: string,
  row: number,
])[] = [
  ['meta/cloud/1', UNNAMED, 18],
  ['meta/cloud/2', UNNAMED, 19],
  ['meta/cloud/4', UNNAMED, 20],
  ['meta/cloud/10', BIZMAGNETS, 3],
  ['meta/cloud/200', UNNAMED, 4],
  ['meta/cloud/130472', BIZMAGNETS, 19],
  ['meta/cloud/130472', BIZMAGNETS, 53],
  ['meta/cloud/131000', BIZMAGNETS, 20],
  ['meta/cloud/131000', D360, 26],
  ['meta/cloud/131026', D360, 7],
  ['meta/cloud/131026', D360, 15],
  ['meta/cloud/131031', BIZMAGNETS, 14],
  ['meta/cloud/131042', BIZMAGNETS, 28],
  ['meta/cloud/131047', UNNAMED, 7],
  ['meta/cloud/131049', D360, 8],
  ['meta/cloud/131053', BIZMAGNETS, 34],
  ['meta/cloud/132005', BIZMAGNETS, 38],
  ['meta/onprem/401', CEQUENS, 6],
  ['meta/onprem/402', GALLABOX, 2],
  ['meta/onprem/402', CEQUENS, 7],
  ['meta/onprem/408', BIZMAGNETS, 61],
  ['meta/onprem/429', CEQUENS, 10],
  ['meta/onprem/472', BIZMAGNETS, 55],
  ['meta/onprem/500', D360, 24],
  ['meta/onprem/501', GALLABOX, 14],
  ['meta/onprem/1000', BIZMAGNETS, 58],
  ['meta/onprem/1000', D360, 18],
  ['meta/onprem/1000', D360, 19],
  ['meta/onprem/1002', CEQUENS, 20],
  ['meta/onprem/1005', CEQUENS, 23],
  ['meta/onprem/1006', BIZMAGNETS, 64],
  ['meta/onprem/1006', D360, 20],
  ['meta/onprem/1008', CEQUENS, 26],
  ['meta/onprem/1009', CEQUENS, 27],
  ['meta/onprem/1009', D360, 21],
  ['meta/onprem/1011', BIZMAGNETS, 60],
  ['meta/onprem/1012', CEQUENS, 30],
  ['meta/onprem/1014', BIZMAGNETS, 56],
  ['meta/onprem/1014', D360, 22],
  ['meta/onprem/1023', BIZMAGNETS, 63],
  ['meta/onprem/1026', GALLABOX, 37],
  ['meta/onprem/1026', BIZMAGNETS, 57],
  ['meta/onprem/1026', CEQUENS, 44],
  ['meta/onprem/2001', D360, 23],
  ['meta/onprem/2007', GALLABOX, 47],
  ['meta/onprem/2017', GALLABOX, 57],
  ['meta/onprem/2027', BIZMAGNETS, 66],
  ['meta/onprem/2028', GALLABOX, 63],
  ['meta/onprem/2028', BIZMAGNETS, 65],
  ['360dialog/api/401', D360, 2],
  ['360dialog/api/401', D360, 25],
  ['360dialog/api/500', D360, 5],
  ['cequens/api/VALIDATION', CEQUENS, 3],
];

/** HTTP statuses that differ from Meta's, in the only table that has them. */
const STATUS: readonly (readonly [
  key: string,
  row: number,
  theirs: number,
  metas: number,
])[] = [
  ['meta/cloud/1', 18, 500, 400],
  ['meta/cloud/4', 20, 429, 400],
  ['meta/cloud/131000', 5, 400, 500],
  ['meta/cloud/131030', 14, 403, 400],
  ['meta/cloud/131031', 15, 429, 403],
  ['meta/cloud/131047', 7, 403, 400],
  ['meta/cloud/132000', 9, 404, 400],
  ['meta/cloud/132001', 10, 400, 404],
  ['meta/cloud/132005', 11, 403, 400],
  ['meta/cloud/132007', 12, 403, 400],
];

/** Titles that differ from Meta's, in rows with the same meaning. */
const TITLES: readonly (readonly [
  key: string,
  source: string,
  row: number,
  title: string,
])[] = [
  ['meta/cloud/1', UNNAMED, 18, 'Unknown Error'],
  ['meta/cloud/2', UNNAMED, 19, 'Service Unavailable'],
  ['meta/cloud/4', UNNAMED, 20, 'Rate Limit Exceeded'],
  ['meta/cloud/190', UNNAMED, 3, 'Invalid OAuth Token'],
  ['meta/cloud/200', UNNAMED, 4, 'Permission Error'],
  ['meta/cloud/131047', UNNAMED, 7, 'Re-engagement Required'],
  ['meta/cloud/131049', D360, 8, 'Per-User Marketing Template Message Limits'],
];

/** Numbers with another meaning elsewhere. Each place has its own entry. */
const ELSEWHERE: readonly (readonly [
  number: string,
  places: readonly string[],
])[] = [
  ['400', ['meta/onprem', '360dialog/api']],
  ['401', ['meta/onprem', '360dialog/api']],
  ['403', ['360dialog/api', '360dialog/partner']],
  ['500', ['meta/onprem', '360dialog/api']],
  ['1002', ['meta/onprem', 'gupshup/api']],
  ['1003', ['meta/onprem', 'gupshup/api']],
  ['1005', ['meta/onprem', '360dialog/registration', 'gupshup/api']],
  ['131009', ['meta/cloud', 'meta/calling']],
  ['100', ['meta/cloud', 'meta/calling', 'meta/flows']],
];

describe('the comparison of sources shows every conflict of the founding documents', () => {
  test.each(WRONG)(
    '%s: %s is wrong in row %i, with the reason and the decision',
    (key, source, row) => {
      const line = renderClaimLine(key, source, row);
      expect(line).toHaveTextContent('Disagrees');
      expect(line).toHaveTextContent(getReason(key, source, row));
      expect(line.textContent).toMatch(/checked \d+ \w+ 2026/);
      expect(
        screen.getByText('Why Errata uses this meaning:').parentElement
          ?.textContent.length,
      ).toBeGreaterThan(50);
    },
  );

  test.each(REMARKED)(
    '%s: a remark is next to %s, row %i',
    (key, source, row) => {
      const line = renderClaimLine(key, source, row);
      expect(line).toHaveTextContent('Agrees');
      expect(line).toHaveTextContent(getReason(key, source, row));
    },
  );

  test.each(STATUS)(
    '%s: row %i gives HTTP %i where Meta gives %i',
    (key, row, theirs, metas) => {
      expect(catalogue.byKey.get(key)?.http).toBe(metas);
      expect(renderClaimLine(key, UNNAMED, row)).toHaveTextContent(
        `HTTP ${theirs}.`,
      );
    },
  );

  test.each(TITLES)(
    '%s: %s, row %i has a title of its own',
    (key, source, row, title) => {
      expect(catalogue.byKey.get(key)?.title).not.toBe(title);
      expect(renderClaimLine(key, source, row)).toHaveTextContent(title);
    },
  );

  test.each(ELSEWHERE)('%s is distinguished by place', (number, places) => {
    const found = new Set(
      catalogue
        .meaningsOf(number)
        .map(({ provider, api }) => `${provider}/${api}`),
    );
    expect([...found]).toEqual(expect.arrayContaining([...places]));
  });

  test('this list has every reason to doubt a row', () => {
    const listed = new Set(
      [...WRONG, ...REMARKED].map((parts) => parts.join(' ')),
    );
    const founding: readonly string[] = [
      GALLABOX,
      BIZMAGNETS,
      D360,
      CEQUENS,
      UNNAMED,
    ];
    const found = catalogue.entries.flatMap(({ key, claims }) =>
      claims
        .filter(
          ({ source, agrees, reason }) =>
            founding.includes(source) && (!agrees || reason),
        )
        .map(({ source, row }) => `${key} ${source} ${row}`),
    );
    expect(found.filter((one) => !listed.has(one))).toEqual([]);
  });
});

function getReason(key: string, source: string, row: number): string {
  const claim = catalogue.byKey
    .get(key)
    ?.claims.find((one) => one.source === source && one.row === row);
  if (!claim?.reason)
    throw new Error(`${key}: row ${row} of ${source} has no reason`);
  return claim.reason;
}
