import fc from 'fast-check';

/** A part of a page, as data. */
export type Piece =
  | { kind: 'text'; data: string }
  | { kind: 'comment'; data: string }
  | { kind: 'instruction'; data: string }
  | { kind: 'fragment'; pieces: readonly Piece[] }
  | {
      kind: 'element';
      name: string;
      attributes: Record<string, string>;
      pieces: readonly Piece[];
    }
  /** A shadow host with the contents of its shadow root. */
  | {
      kind: 'host';
      name: string;
      mode: ShadowRootMode;
      within: readonly Piece[];
      pieces: readonly Piece[];
    };

export const createElementPiece = (
  name: string,
  pieces: readonly Piece[],
  attributes: Record<string, string> = {},
): Piece => ({
  kind: 'element',
  name,
  attributes,
  pieces,
});
export const createTextPiece = (data: string): Piece => ({
  kind: 'text',
  data,
});

const createElements = (
  name: string,
  texts: readonly string[],
  attributes: Record<string, string> = {},
) =>
  texts.map((data) =>
    createElementPiece(name, [createTextPiece(data)], attributes),
  );
const createRow = (cell: string, texts: readonly string[]) =>
  createElementPiece('tr', createElements(cell, texts));
const createTable = (...parts: readonly Piece[]) =>
  createElementPiece('table', parts);

/**
 * Generates tables, lists, pairs and viewers like those of consoles.
 *
 * @param heads Kinds of header rows.
 */
export function generateForms(
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<string>,
  heads: readonly ('thead' | 'th' | 'td')[],
): fc.Arbitrary<Piece> {
  const generateSome = (
    one: fc.Arbitrary<string>,
    least: number,
    most: number,
  ) => fc.array(one, { minLength: least, maxLength: most });

  const names = generateSome(name, 1, 4);

  const rows = fc
    .array(generateSome(value, 1, 4), { maxLength: 3 })
    .map((all) => all.map((cells) => createRow('td', cells)));

  const generateHeaded = (names: fc.Arbitrary<string[]>) =>
    fc
      .tuple(fc.constantFrom(...heads), names)
      .map(([by, head]) =>
        by === 'thead'
          ? createElementPiece('thead', [createRow('th', head)])
          : createRow(by, head),
      );

  const pairs = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 });

  return fc.oneof(
    fc
      .tuple(generateHeaded(names), rows)
      .map(([head, body]) =>
        createTable(head, createElementPiece('tbody', body)),
      ),
    // Too large to be read again after each change.
    fc
      .tuple(
        generateHeaded(generateSome(name, 3, 3)),
        generateSome(value, 3, 3),
      )
      .map(([head, cells]) =>
        createTable(
          head,
          ...Array.from({ length: 20 }, () => createRow('td', cells)),
        ),
      ),
    // A table with its header in a separate table.
    fc
      .tuple(names, rows)
      .map(([head, body]) =>
        createElementPiece('div', [
          createElementPiece('div', [
            createTable(createElementPiece('thead', [createRow('th', head)])),
          ]),
          createElementPiece('div', [
            createTable(createElementPiece('tbody', body)),
          ]),
        ]),
      ),
    fc.tuple(names, generateSome(value, 1, 4)).map(([head, cells]) => {
      const createLine = (role: string, texts: readonly string[]) =>
        createElementPiece('div', createElements('div', texts, { role }), {
          role: 'row',
        });

      return createElementPiece(
        'div',
        [createLine('columnheader', head), createLine('gridcell', cells)],
        {
          role: 'grid',
        },
      );
    }),
    fc
      .tuple(name, generateSome(value, 1, 4))
      .map(([title, items]) =>
        createElementPiece('section', [
          ...createElements('h3', [title]),
          createElementPiece('ul', createElements('li', items)),
        ]),
      ),
    pairs.map((list) =>
      createElementPiece(
        'dl',
        list.flatMap(([dt, dd]) => [
          ...createElements('dt', [dt]),
          ...createElements('dd', [dd]),
        ]),
      ),
    ),
    pairs.map((list) =>
      createElementPiece(
        'div',
        list.map((pair) =>
          createElementPiece('div', createElements('span', pair)),
        ),
      ),
    ),
    fc
      .tuple(name, value, value)
      .map(([b, ...texts]) =>
        createElementPiece('p', [
          ...createElements('b', [b]),
          ...texts.map(createTextPiece),
        ]),
      ),
    value.map((data) =>
      createElementPiece(
        'pre',
        createElements('div', [
          '{',
          '  "error": {',
          `    "code": ${data},`,
          '  }',
          '}',
        ]),
      ),
    ),
  );
}
