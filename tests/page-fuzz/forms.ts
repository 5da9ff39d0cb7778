import fc from 'fast-check';

/** A part of a page, as data. */
export type Piece =
  | { kind: 'text'; data: string }
  | { kind: 'comment'; data: string }
  | { kind: 'instruction'; data: string }
  | { kind: 'fragment'; pieces: readonly Piece[] }
  | { kind: 'element'; name: string; attributes: Record<string, string>; pieces: readonly Piece[] }
  /** A shadow host with the contents of its shadow root. */
  | { kind: 'host'; name: string; mode: ShadowRootMode; within: readonly Piece[]; pieces: readonly Piece[] };

export const element = (
  name: string,
  pieces: readonly Piece[],
  attributes: Record<string, string> = {},
): Piece => ({
  kind: 'element',
  name,
  attributes,
  pieces,
});
export const words = (data: string): Piece => ({ kind: 'text', data });

const all = (name: string, texts: readonly string[], attributes: Record<string, string> = {}) =>
  texts.map((data) => element(name, [words(data)], attributes));
const row = (cell: string, texts: readonly string[]) => element('tr', all(cell, texts));
const table = (...parts: readonly Piece[]) => element('table', parts);

/**
 * Generates tables, lists, pairs and viewers like those of consoles.
 *
 * @param heads Kinds of header rows.
 */
export function forms(
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<string>,
  heads: readonly ('thead' | 'th' | 'td')[],
): fc.Arbitrary<Piece> {
  const some = (one: fc.Arbitrary<string>, least: number, most: number) =>
    fc.array(one, { minLength: least, maxLength: most });
  const names = some(name, 1, 4);
  const rows = fc
    .array(some(value, 1, 4), { maxLength: 3 })
    .map((all) => all.map((cells) => row('td', cells)));
  const headed = (names: fc.Arbitrary<string[]>) =>
    fc
      .tuple(fc.constantFrom(...heads), names)
      .map(([by, head]) => (by === 'thead' ? element('thead', [row('th', head)]) : row(by, head)));
  const pairs = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.tuple(headed(names), rows).map(([head, body]) => table(head, element('tbody', body))),
    // Too large to be read again after each change.
    fc
      .tuple(headed(some(name, 3, 3)), some(value, 3, 3))
      .map(([head, cells]) => table(head, ...Array.from({ length: 20 }, () => row('td', cells)))),
    // A table with its header in a separate table.
    fc
      .tuple(names, rows)
      .map(([head, body]) =>
        element('div', [
          element('div', [table(element('thead', [row('th', head)]))]),
          element('div', [table(element('tbody', body))]),
        ]),
      ),
    fc.tuple(names, some(value, 1, 4)).map(([head, cells]) => {
      const line = (role: string, texts: readonly string[]) =>
        element('div', all('div', texts, { role }), { role: 'row' });
      return element('div', [line('columnheader', head), line('gridcell', cells)], { role: 'grid' });
    }),
    fc
      .tuple(name, some(value, 1, 4))
      .map(([title, items]) => element('section', [...all('h3', [title]), element('ul', all('li', items))])),
    pairs.map((list) =>
      element(
        'dl',
        list.flatMap(([dt, dd]) => [...all('dt', [dt]), ...all('dd', [dd])]),
      ),
    ),
    pairs.map((list) =>
      element(
        'div',
        list.map((pair) => element('div', all('span', pair))),
      ),
    ),
    fc
      .tuple(name, value, value)
      .map(([b, ...texts]) => element('p', [...all('b', [b]), ...texts.map(words)])),
    value.map((data) =>
      element('pre', all('div', ['{', '  "error": {', `    "code": ${data},`, '  }', '}'])),
    ),
  );
}
