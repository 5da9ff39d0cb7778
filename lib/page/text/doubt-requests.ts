import type { DetectRequest } from '../../detect/detect-request.ts';
import { closest, getNodeProperty, matches, queryAll } from '../dom/nodes.ts';
import { isInline } from './split-numbers.ts';
import type { Site } from './surroundings.ts';

const MAX_TEXT_UNITS = 500;
const MAX_NAME_UNITS = 80;
const MAX_CLIMB_LEVELS = 8;
const MAX_SIBLINGS = 20;
const HEADING =
  'h1,h2,h3,h4,h5,h6,caption,legend,summary,dt,label,[role="heading"]';
const CELL = '[role$="cell"],[role="rowheader"]';
/** A text with a number names nothing. */
const NUMBER = /\d{2}/;
const OWN_HEADS = ['data-label', 'data-title', 'data-th', 'aria-label'];

/**
 * Returns what the engine may need to judge a text: the text of its block, alone and with each text that may name it, its row and its heading. More
 * than one of them is no harm: a code that the engine finds in any of them loads the annotator, which reads the page properly.
 *
 * @returns Null for a text that is too long to be judged here.
 */
export function createDoubtRequests(
  text: Text,
  site: Site,
): DetectRequest[] | null {
  const cell = findBlock(text);
  const said = getText(cell, MAX_TEXT_UNITS + 1);
  if (!cell || said.length > MAX_TEXT_UNITS) return null;

  const row = getNodeProperty(cell, 'parentElement');

  const heading = findHeading(cell);

  const base = {
    host: site.host,
    path: site.path,
    heading,
    row: getText(row, MAX_TEXT_UNITS, '\t'),
  };

  const create = (name: 'header' | 'label') => (value: string) => ({
    text: said,
    context: { ...base, [name]: value },
    wanted: 'any' as const,
  });

  return [
    { text: said, context: base, wanted: 'any' },
    ...listHeaders(cell, row).map(create('header')),
    ...selectNames([...listLabels(cell, row), heading]).map(create('label')),
  ];
}

function findBlock(text: Text): Element | null {
  let block = text.parentElement;

  for (let level = 0; block && level < MAX_CLIMB_LEVELS; level++) {
    const parent = getNodeProperty(block, 'parentElement');
    const isOnly = parent && getNodeProperty(parent, 'childElementCount') === 1;
    if (!parent || matches(parent, 'body,tr') || matches(block, CELL)) break;
    if (!isInline(block) && !isOnly) break;
    block = parent;
  }

  return block;
}

function getText(element: Element | null, units: number, join = ' '): string {
  const children = element ? [...getNodeProperty(element, 'childNodes')] : [];

  return children
    .slice(0, MAX_SIBLINGS)
    .map((child) => child.textContent?.trim() ?? '')
    .filter(Boolean)
    .join(join)
    .slice(0, units);
}

const getName = (element: Element | null | undefined) =>
  getText(element ?? null, MAX_NAME_UNITS);

const selectNames = (texts: readonly string[]) => [
  ...new Set(texts.filter((text) => text !== '' && !NUMBER.test(text))),
];

/** Returns what may be the header of the column. */
function listHeaders(cell: Element, row: Element | null): string[] {
  if (!row || matches(row, 'body')) return [];

  const index = [...getNodeProperty(row, 'children')].indexOf(cell);
  const body = getNodeProperty(row, 'parentElement');
  const before = body && getNodeProperty(body, 'previousElementSibling');
  const table = closest(cell, 'table');
  const grid = closest(cell, '[role="grid"],[role="table"],[role="treegrid"]');

  const rows = [
    table && queryAll(table, 'tr')[0],
    body?.firstElementChild,
    before,
    before?.lastElementChild,
  ];

  const named = grid ? queryAll(grid, '[role="columnheader"]')[index] : null;
  const own = OWN_HEADS.map((name) => cell.getAttribute(name) ?? '');
  const above = rows.map((one) => getName(one?.children[index]));

  return selectNames([getName(named), ...above, ...own]);
}

/** Returns what may be the label beside or above. */
function listLabels(cell: Element, row: Element | null): string[] {
  const beside = [
    cell.previousElementSibling,
    cell.nextElementSibling,
    row?.firstElementChild,
    row?.previousElementSibling,
  ];

  return selectNames(beside.filter((one) => one !== cell).map(getName));
}

/** Returns the nearest heading before an element. */
function findHeading(element: Element): string {
  let around: Element | null = element;

  for (let level = 0; around && level < MAX_CLIMB_LEVELS; level++) {
    let before = getNodeProperty(around, 'previousElementSibling');

    for (let left = MAX_SIBLINGS; before && left > 0; left--) {
      const heading = matches(before, HEADING)
        ? before
        : queryAll(before, HEADING)[0];

      if (heading) return getName(heading);
      before = getNodeProperty(before, 'previousElementSibling');
    }

    around = getNodeProperty(around, 'parentElement');
  }

  return '';
}
