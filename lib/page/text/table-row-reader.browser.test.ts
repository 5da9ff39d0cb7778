import { expect, test } from 'vitest';
import {
  createTableRowReader,
  MAX_ROW_LENGTH,
  splitPlainCells,
} from './table-row-reader.ts';

test.each<[name: string, cells: string, text: string]>([
  ['texts', '<td>one</td><td> 131047 </td>', 'one\t131047'],
  ['white space between', '\n <td>one</td>\n <th>two</th>\n', 'one\ttwo'],
  ['empty cells', '<td></td><td>one</td><td></td><td>2</td>', 'one\t\t2'],
  [
    'attributes',
    '<td class="a b" title="x">one</td><td data-x=">">two</td>',
    'one\ttwo',
  ],
  ['entities', '<td>a &lt;td&gt; b</td><td>c&amp;d</td>', 'a <td> b\tc&d'],
  [
    'elements',
    '<td><b>one</b> more</td><td>two<!-- x --></td>',
    'one more\ttwo',
  ],
  ['hidden elements', '<td>one<i hidden>two</i></td>', 'onetwo'],
  ['tables', '<td><table><td>1</td><td>2</td></table></td><td>3</td>', '12\t3'],
  ['no cells', '', ''],
])('reads a row with %s', (_, cells, text) => {
  document.body.innerHTML = `<table><tr>${cells}</tr><tr><td>after</td></tr></table>`;

  const [row, next] = document.body.querySelectorAll('body > table > * > tr');
  const read = createTableRowReader();

  expect(read(row as Element)).toBe(text);
  expect(read(next as Element)).toBe('after');
});

test.each(['x', '<b>x</b>'])(
  'reads only the beginning of a long row of %s',
  (cell) => {
    document.body.innerHTML = `<table><tr>${`<td>${cell}</td>`.repeat(2_000)}</tr></table>`;

    const text = createTableRowReader()(
      document.querySelector('tr') as Element,
    );

    expect(text).toBe('x\t'.repeat(MAX_ROW_LENGTH).slice(0, MAX_ROW_LENGTH));
  },
);

test('reads no markup in which a browser has not escaped an attribute', () => {
  const cells = '<td title="a" hidden="">one</td>\n<th>two</th>';

  expect(splitPlainCells(cells)).toEqual(['one', 'two']);
  expect(splitPlainCells(cells.replace('"a"', '"a > b"'))).toBeNull();
});
