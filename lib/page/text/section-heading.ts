import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import { getNodeProperty, hasMoreChildren, matches } from '../dom/nodes.ts';
import { isCell } from './readable-text.ts';
import { getBeginning } from './value-label.ts';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,caption';
/** A field above a table or a list, which holds for all of it: `Provider: Gupshup`. */
const PROVIDER_FIELD =
  /^\s{0,40}(?:provider|proveedor|provedor|fournisseur|anbieter|bsp)\s?[:：]/i;
const MAX_HEADING_LENGTH = 80;
const MAX_CLIMB_LEVELS = 12;
const MAX_ELEMENTS_BEFORE = 6;
const MAX_DEPTH_LEVELS = 3;

/** Returns a function that finds the nearest heading or provider above an element, in its section or next to its ancestors. */
export function createSectionHeadings(): (element: Element) => string {
  const known = new Map<Element, string>();
  /** Elements without a name in them and in the siblings before, as most rows: the next row has to look only at itself. */
  const unnamed = new WeakSet<Element>();
  const findHeading = memoize(findHeadingIn);

  const findName = memoize(
    (at: Element) => findHeading(at) ?? (isProviderField(at) ? at : null),
  );

  function find(element: Element, climbed: number): string {
    const text = findBefore(element, climbed);
    if (text !== '') return text;

    const parent = getNodeProperty(element, 'parentElement');
    if (!parent || climbed === MAX_CLIMB_LEVELS) return '';

    return getOrInsert(known, parent, () => find(parent, climbed + 1));
  }

  /** Returns the nearest heading in an element or its siblings before it. */
  function findBefore(element: Element, climbed: number): string {
    if (climbed === 0)
      return searchBefore(element, findHeading, MAX_ELEMENTS_BEFORE);

    const most = isAfterUnnamed(element) ? 0 : MAX_ELEMENTS_BEFORE;
    const text = searchBefore(element, findName, most);

    if (text === '' && findName(element) !== element) unnamed.add(element);

    return text;
  }

  function isAfterUnnamed(element: Element): boolean {
    const before = getNodeProperty(element, 'previousElementSibling');
    return before !== null && unnamed.has(before);
  }

  // The other cells of a row are no headings.
  return (element) => {
    const row = isCell(element) && getNodeProperty(element, 'parentElement');
    return row ? getOrInsert(known, row, () => find(row, 1)) : find(element, 0);
  };
}

/** @param most Maximum siblings that are searched. */
function searchBefore(
  element: Element,
  findIn: (element: Element) => Element | null,
  most: number,
): string {
  let before: Element | null = element;

  for (let met = 0; before && met <= most; met++) {
    const heading = findIn(before);
    const text = heading && heading !== element ? readHeading(heading) : '';
    if (text !== '') return text;

    before = getNodeProperty(before, 'previousElementSibling');
  }

  return '';
}

/** Returns the text of a heading, or an empty string for a long one. */
function readHeading(heading: Element): string {
  const text = getBeginning(heading, MAX_HEADING_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim();

  return text.length <= MAX_HEADING_LENGTH ? text : '';
}

/** Rows and cells are skipped without reading them. */
const isProviderField = (element: Element) =>
  !hasMoreChildren(element, 2) &&
  PROVIDER_FIELD.test(getBeginning(element, MAX_HEADING_LENGTH));

/** Returns the element, or its first descendant, if it is a heading. */
function findHeadingIn(element: Element): Element | null {
  let at: Element | null = element;

  for (let depth = 0; at && !matches(at, HEADING); depth++)
    at =
      depth < MAX_DEPTH_LEVELS
        ? getNodeProperty(at, 'firstElementChild')
        : null;

  return at;
}
