import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinearCost } from '../../../tests/growth.ts';
import { findTables } from './find-tables.ts';

const KNOWN = ['131047', '131026', '130472', '470', '4', '1', '2', '80007'];
const isCode = (code: string) => KNOWN.includes(code);

/** Returns the codes of all tables of a text, with their counts. */
const readCodes = (text: string) =>
  findTables(text, isCode).flatMap(({ rows, roles }) => {
    const columns = [...roles];
    const code = columns.find(([, role]) => role === 'code')?.[0] ?? -1;
    const count = columns.find(([, role]) => role === 'count')?.[0] ?? -1;

    return rows
      .filter(({ cells }) => /\d/.test(cells[code] ?? ''))
      .map(({ cells }) =>
        [cells[code], cells[count]].filter(Boolean).join('×'),
      );
  });

it('counts what each cell says that it counts, whatever its column is called', () =>
  expect(
    readCodes('Error code\tOccurred\n131047\t412 times\n131026\t1 time'),
  ).toEqual(['131047×412 times', '131026×1 time']));

it('takes a number in the words of a code for none', () =>
  expect(
    readCodes('131047: wait 24 hours - 2\n131026: see the template - v3'),
  ).toEqual(['131047', '131026']));

it('counts the values that R splits by code', () =>
  expect(
    readCodes(
      '$`131047`\n[1] "15551" "15552"\n[3] "15553"\n\n$`131026`\n[1] "15554"',
    ),
  ).toEqual(['131047×3', '131026×1']));

it('counts what a data frame is grouped by, under any name', () =>
  expect(
    readCodes(
      '  error_code recipient\n1     131026        96\n2     131047       412',
    ),
  ).toEqual(['131026×96', '131047×412']));

it('takes the retries of a message for no count', () =>
  expect(
    readCodes(
      '  error_code retries\n1     131026       3\n2     131047       1',
    ),
  ).toEqual(['131026', '131047']));

it('takes the ids of messages for no counts', () =>
  expect(
    readCodes(
      '  error_code recipient\n1     131047        96\n2     131026       412',
    ),
  ).toEqual(['131047', '131026']));

it('reads codes with their sign', () =>
  expect(
    readCodes('| | Failed |\n|---|---|\n| #131047 | 412 |\n| (#131026) | 96 |'),
  ).toEqual(['#131047×412', '(#131026)×96']));

it('takes no numbers of rows for counts', () =>
  expect(readCodes('[[1, 131047], [3, 131026], [4, 131047]]')).toEqual([
    '131047',
    '131026',
    '131047',
  ]));

const WITH_COUNTS = ['131047×412', '131026×96'];

describe('a table of codes and counts', () => {
  it.each([
    [
      'psql',
      ' error_code | count \n------------+-------\n     131047 |   412\n     131026 |    96\n(2 rows)',
    ],
    [
      'psql in unicode',
      '┌────────────┬───────┐\n│ error_code │ count │\n├────────────┼───────┤\n│     131047 │   412 │\n│     131026 │    96 │\n└────────────┴───────┘',
    ],
    ['columnify', 'ERROR CODE COUNT\n131047     412  \n131026     96   '],
    [
      'objects with a call as a name',
      "[\n  { error_code: 131047, 'count(*)': 412 },\n  { error_code: 131026, 'count(*)': 96 }\n]",
    ],
    [
      'named lists in JSON',
      '{"schema":{"fields":[]},"data":{"error_code":[131047,131026],"count":[412,96]}}',
    ],
    [
      'a map of Python with tuples',
      "Counter({('order_update', 131047): 412, ('winter_sale', 131026): 96})",
    ],
    [
      'a map of Ruby with lists',
      '{["order_update", 131047]=>412, ["winter_sale", 131026]=>96}',
    ],
    [
      'lines with the words of each code',
      '131047 - Re-engagement message - 412\n131026 - Message undeliverable - 96',
    ],
    [
      "R's by",
      'f$error_code: 131047\n[1] 412\n----------------- \nf$error_code: 131026\n[1] 96',
    ],
    ["R's lapply", '$`131047`\n[1] 412\n\n$`131026`\n[1] 96\n'],
    [
      'a group of pandas, which counts each column',
      '            recipient  status\nerror_code\n131047            412     412\n131026             96      90',
    ],
    [
      'pairs of a name and a value',
      '|  field  |  value  |\n|---|---|\n| error_code | 131047 |\n| count(*) | 412 |\n| error_code | 131026 |\n| count(*) | 96 |',
    ],
    [
      'pairs of a name and a value with tabs',
      'RESULTS\terror_code\t131047\nRESULTS\tcount(*)\t412\nRESULTS\terror_code\t131026\nRESULTS\tcount(*)\t96',
    ],
    ["Tcl's parray", 'counts(131047) = 412\ncounts(131026) = 96'],
    ['bash', 'counts[131047]="412"\ncounts[131026]="96"'],
    [
      'rows of HTML without a table',
      '<TR><TH>error_code</TH>\n<TH>count</TH>\n</TR>\n<TR><TD>131047</TD>\n<TD>412</TD>\n</TR>\n<TR><TD>131026</TD>\n<TD>96</TD>\n</TR>',
    ],
    [
      'Markdown',
      '| error_code | count |\n|---|---:|\n| 131047 | 412 |\n| 131026 | 96 |',
    ],
    [
      'LaTeX',
      '\\begin{tabular}{rr}\n\\hline\nerror\\_code & count \\\\\n\\hline\n131047 & 412 \\\\\n131026 & 96 \\\\ \\hline\n\\end{tabular}',
    ],
    [
      'a name of a function',
      'error_code | system.count(*)\n-----------+----------------\n131047 | 412\n131026 | 96',
    ],
    [
      'a bare count of ClickHouse',
      'Row 1:\n──────\nerror_code: 131047\ncount():    412\n\nRow 2:\n──────\nerror_code: 131026\ncount():    96',
    ],
    [
      'a pivot table of Google Sheets',
      'Error code\tCOUNTA of Message ID\n131047\t412\n131026\t96',
    ],
    [
      'objects with keys',
      '[{"key":131047,"doc_count":412},{"key":131026,"doc_count":96}]',
    ],
    [
      'objects with a key of their own',
      '[\n  { _id: { code: 131047 }, count: 412 },\n  { _id: { code: 131026 }, count: 96 }\n]',
    ],
    [
      'BigQuery',
      '{"schema":{"fields":[{"name":"error_code"},{"name":"n"}]},"rows":[{"f":[{"v":"131047"},{"v":"412"}]},{"f":[{"v":"131026"},{"v":"96"}]}]}',
    ],
    [
      'Athena',
      '{\n  "ResultSet": { "Rows": [\n    { "Data": [{"VarCharValue":"error_code"},{"VarCharValue":"n"}] },\n    { "Data": [{"VarCharValue":"131047"},{"VarCharValue":"412"}] },\n    { "Data": [{"VarCharValue":"131026"},{"VarCharValue":"96"}] }\n  ] }\n}',
    ],
    [
      'InfluxDB',
      '{"results":[{"series":[{"columns":["time","code","count"],"values":[["2026-11-30T10:00:00Z","131047",412],["2026-11-30T10:00:00Z","131026",96]]}]}]}',
    ],
    [
      'CloudWatch',
      '{"results":[[{"field":"error.code","value":"131047"},{"field":"n","value":"412"}],[{"field":"error.code","value":"131026"},{"field":"n","value":"96"}]]}',
    ],
    ['words', 'error_code count\n131047 412\n131026 96'],
    [
      'types below the names',
      'error_code count\n  int64    int64\n---------- -----\n    131047   412\n    131026    96',
    ],
    ['lists by column', "{'error_code': [131047, 131026], 'count': [412, 96]}"],
    [
      'lists by column in lines',
      'error_code: [[131047,131026]]\ncount: [[412,96]]',
    ],
    ['Jira', '|| error_code || count ||\n| 131047 | 412 |\n| 131026 | 96 |'],
    [
      'a grid',
      '+------------+-------+\n| error_code | count |\n+============+=======+\n| 131047     | 412   |\n+------------+-------+\n| 131026     | 96    |\n+------------+-------+',
    ],
    [
      'rich',
      '┏━━━━━━━━━━━━┳━━━━━━━┓\n┃ error_code ┃ count ┃\n┡━━━━━━━━━━━━╇━━━━━━━┩\n│ 131047     │ 412   │\n│ 131026     │ 96    │\n└────────────┴───────┘',
    ],
    [
      'polars',
      'shape: (2, 2)\n┌────────────┬───────┐\n│ error_code ┆ count │\n│ ---        ┆ ---   │\n│ i64        ┆ i64   │\n╞════════════╪═══════╡\n│ 131047     ┆ 412   │\n│ 131026     ┆ 96    │\n└────────────┴───────┘',
    ],
    [
      'DuckDB',
      '┌────────────┬───────┐\n│ error_code │   n   │\n│   int64    │ int64 │\n├────────────┼───────┤\n│     131047 │   412 │\n│     131026 │    96 │\n└────────────┴───────┘',
    ],
    [
      'nushell',
      '╭───┬────────────┬───────╮\n│ # │ error_code │ count │\n├───┼────────────┼───────┤\n│ 0 │     131047 │   412 │\n│ 1 │     131026 │    96 │\n╰───┴────────────┴───────╯',
    ],
    [
      'console.table of a map',
      '┌───────────────────┬────────┬────────┐\n│ (iteration index) │ Key    │ Values │\n├───────────────────┼────────┼────────┤\n│ 0                 │ 131047 │ 412    │\n│ 1                 │ 131026 │ 96     │\n└───────────────────┴────────┴────────┘',
    ],
    [
      'pandas',
      '   error_code  count\n0      131047    412\n1      131026     96',
    ],
    [
      'pandas, whose first blanks are cut off',
      'error_code  count\n0      131047    412\n1      131026     96',
    ],
    [
      'a series',
      'error_code\n131047    412\n131026     96\nName: count, dtype: int64',
    ],
    [
      'a transposed frame',
      '                 0       1\nerror_code  131047  131026\ncount          412      96',
    ],
    ['R', '    code Freq\n1 131047  412\n2 131026   96'],
    ['Miller', 'error_code count\n131047     412\n131026     96'],
    [
      'sqlite',
      'error_code  count\n----------  -----\n131047      412  \n131026      96   ',
    ],
    [
      'records of Miller',
      'error_code 131047\ncount      412\n\nerror_code 131026\ncount      96',
    ],
    [
      'records of psql',
      '-[ RECORD 1 ]------\nerror_code | 131047\ncount      | 412\n-[ RECORD 2 ]------\nerror_code | 131026\ncount      | 96',
    ],
    [
      'records of sqlite',
      'error_code = 131047\n     count = 412\n\nerror_code = 131026\n     count = 96',
    ],
    [
      'records of ClickHouse',
      'Row 1:\n──────\nerror_code: 131047\ncount:      412\n\nRow 2:\n──────\nerror_code: 131026\ncount:      96',
    ],
    [
      'a grid, one cell in each line',
      'Error_code\nCount\n131047\n412\n131026\n96\nRows per page:\n100',
    ],
    [
      'statements of SQL',
      'INSERT INTO "t"(error_code,count) VALUES(131047,412);\nINSERT INTO "t"(error_code,count) VALUES(131026,96);',
    ],
    [
      'a dump of MySQL, which names the columns above',
      'CREATE TABLE `c` (\n  `error_code` int(11) DEFAULT NULL,\n  `count` int(11) DEFAULT NULL,\n  `share` decimal(5,4) DEFAULT NULL\n) ENGINE=InnoDB;\nLOCK TABLES `c` WRITE;\nINSERT INTO `c` VALUES\n(131047,412,0.8),\n(131026,96,0.2);',
    ],
    [
      'a dump of PostgreSQL',
      'COPY public.c (error_code, count) FROM stdin;\n131047\t412\n131026\t96\n\\.\n',
    ],
    [
      'MediaWiki',
      '{| class="wikitable"\n! error_code\n! count\n|-\n| 131047\n| 412\n|-\n| 131026 || 96\n|}',
    ],
    ['Textile', '|_. error_code|_. count|\n|131047|412|\n|131026|96|'],
    [
      'rows of markup without a table',
      '<TR><TH>error_code</TH>\n<TH>count</TH>\n</TR>\n<TR><TD>131047</TD>\n<TD>412</TD>\n</TR>\n<TR><TD>131026</TD>\n<TD>96</TD>\n</TR>',
    ],
    ["cells in SQL's quotes", "'error_code','count'\n131047,412\n131026,96"],
    ['pairs of Lisp', '((131047 . 412) (131026 . 96))'],
    ['a bag of Guava', '[131047 x 412, 131026 x 96]'],
    ['pairs of Prolog', '[131047-412,131026-96]'],
    ['properties of Java', '#failures\n131047=412\n131026=96'],
    ['an array of Tcl', 'c(131047) = 412\nc(131026) = 96'],
    ['a matrix of Octave', 'ans =\n\n   131047      412\n   131026       96'],
    ['a hash of Redis', '1) "131047"\n2) "412"\n3) "131026"\n4) "96"'],
    [
      'a sorted set of Redis',
      '1) 1) "131047"\n   2) (double) 412\n2) 1) "131026"\n   2) (double) 96',
    ],
    ['a sheet', 'Error code\tCount\n131047\t412\n131026\t96'],
    [
      'markup',
      '<table><tr><th>Error code</th><th>Count</th></tr><tr><td>131047</td><td>412</td></tr><tr><td>131026</td><td>96</td></tr></table>',
    ],
    ['a map of JavaScript', 'by code: Map(2) { 131047 => 412, 131026 => 96 }'],
    ['a map on several lines', 'Map(2) {\n  131047 => 412,\n  131026 => 96\n}'],
    ['a counter of Python', 'Counter({131047: 412, 131026: 96})'],
    ['pairs of Python', '[(131047, 412), (131026, 96)]'],
    ['arrays of numpy', '(array([131047, 131026]), array([412, 96]))'],
    ['a map of Go', 'map[131047:412 131026:96]'],
    ['a map of DuckDB', '{131047=412, 131026=96}'],
    [
      'CSV of two columns',
      '"error_code","count"\n"131047","412"\n"131026","96"',
    ],
    ['CSV with an index', ';error_code;count\n0;131047;412\n1;131026;96'],
    [
      'names in quotes and numbered rows',
      '"error_code" "count"\n"1" 131047 412\n"2" 131026 96',
    ],
    [
      'a tibble',
      '# A tibble: 2 × 2\n  error_code count\n       <int> <int>\n1     131047   412\n2     131026    96',
    ],
    [
      'a column in each line',
      'Rows: 2\n$ error_code <int> 131047, 131026\n$ count      <int> 412, 96',
    ],
    [
      'a column and its type in each line',
      ' $ error_code: int  131047 131026\n $ count     : int  412 96',
    ],
    [
      'vectors of R',
      'structure(list(error_code = c(131047L, 131026L), count = c(412L, \n96L)), class = "data.frame")',
    ],
    ['counts below their codes', '131047 131026 \n   412     96 '],
    [
      'counts below their codes, by status',
      '          \n            131047 131026\n  delivered      0      0\n  failed       412     96',
    ],
    [
      'a pivoted frame',
      'day       mon  tue\ncode              \n131047.0  400   12\n131026.0  NaN   96',
    ],
    [
      'a frame with margins',
      'status    failed  read  All\ncode\n131047       400    12  412\n131026        96     0   96\nAll          496    12  508',
    ],
    [
      'a series with two indexes',
      'status  code    \nfailed  131047    412\n        131026     96',
    ],
    [
      'strokes between the names only',
      '|error_code|count|\n|      long| long|\n|          |     |\n|      null| null|\n     131047   412 \n     131026    96 ',
    ],
    [
      'children of a struct',
      '-- child 0 type: int64\n  [\n    131047,\n    131026\n  ]\n-- child 1 type: int64\n  [\n    412,\n    96\n  ]',
    ],
    ['JSON', '{\n  "131047": 412,\n  "131026": 96\n}'],
    ['objects', '[{"code":131047,"n":412},{"code":131026,"n":96}]'],
    [
      'objects of Python',
      "[{'id': 1, 'error_code': 131047, 'total': 412}, {'id': 2, 'error_code': 131026, 'total': 96}]",
    ],
    [
      'numbers further right than their names',
      'error_code    count\n------------  -------\n      131047      412\n      131026       96',
    ],
    [
      'tuples on several lines',
      '[\n    (\n        131047,\n        412,\n    ),\n    (\n        131026,\n        96,\n    ),\n]',
    ],
    ['structs', '[\n\t{131047,412}\n\t{131026,96}\n]'],
    ['pairs in lines of their own', '[131047, 412]\n[131026, 96]'],
    [
      'a counter of an enumeration',
      'Counter({<Code.A: 131047>: 412, <Code.B: 131026>: 96})',
    ],
    ['pairs of Erlang', '[{131047,412},{131026,96}]'],
    ['a map of Clojure', '{131047 412, 131026 96}'],
    ['a map of Perl', '{\n    131047   412,\n    131026   96\n}'],
    [
      'a map with a key that is none',
      'InternMap(3) { 131047 => 412, null => 7, 131026 => 96 }',
    ],
    [
      'a map of Go with types',
      '(map[int]int) (len=2) {\n (int) 131047: (int) 412,\n (int) 131026: (int) 96\n}',
    ],
    [
      'objects in lines of their own',
      '{"error_code": 131047, "messages": 412}\n{"error_code": 131026, "messages": 96}',
    ],
    [
      'objects by their code',
      '{"131047": {"count": 412, "recipients": ["a", "b"]}, "131026": {"recipients": ["c"], "count": 96}}',
    ],
    [
      'names of what a database computed',
      'GroupBy(error_code)\tcount(id)\n131047\t412\n131026\t96',
    ],
    [
      'rows with a blank line between them',
      '-----------------------\n error_code   messages \n------------ ----------\n   131047       412    \n\n   131026        96    \n-----------------------',
    ],
    [
      'counts below their codes and a rule',
      '-----------------\n 131047   131026 \n-------- --------\n  412       96   \n-----------------',
    ],
  ])('of %s is read', (_, text) =>
    expect(readCodes(text)).toEqual(WITH_COUNTS),
  );

  it('has grouped numbers, empty cells and numbers that are no codes', () =>
    expect(
      readCodes(
        '   error_code  count\n0   131,047.0  1,412\n1         NaN     12\n2       2,388      3\n3   131,026.0     96',
      ),
    ).toEqual(['131,047.0×1,412', '2,388×3', '131,026.0×96']));

  it('may be one of several in a text', () =>
    expect(
      readCodes(
        'Yesterday:\n| code | n |\n|---|---|\n| 131047 | 5 |\n\nToday:\n| code | n |\n|---|---|\n| 131026 | 7 |\n',
      ),
    ).toEqual(['131047×5', '131026×7']));
});

describe('a table without a heading of codes', () => {
  it.each([
    ['orders', '| Order | Qty |\n|---|---|\n| 131047 | 12 |\n| 131026 | 3 |'],
    ['other numbers', '| id | n |\n|---|---|\n| 4 | 1 |\n| 1 | 2 |'],
    [
      'country codes',
      'country_code  count\n49            412\n55            96',
    ],
    [
      'prose',
      'The code is in the next line, as always.\n131047 is what it says, and 12 more',
    ],
    ['a numbered list', '1: first step\n2: second step\n3: third step'],
    ['times', '10:00 started\n11:30 failed'],
    [
      'statistics',
      '       error_code  count\ncount         3.0    3.0\nmean     130848.3  173.3\nmax      131047.0  412.0',
    ],
    [
      'objects with other numbers',
      '[{"code":131047,"ms":412},{"code":131026,"ms":96}]',
    ],
    ['two lines of codes', '131047 131026\n131026 130472'],
    ['a code above a number', '131047\n412'],
    ['lists of other numbers', '{"12": ["a"], "13": ["b", "c"]}'],
  ])('is no table of codes: %s', (_, text) =>
    expect(findTables(text, isCode)).toEqual([]),
  );

  it('is one if its values are codes', () =>
    expect(
      readCodes(
        '15550100123\tfailed\t131047\n15550100124\tdelivered\t\n15550100125\tfailed\t131026',
      ),
    ).toEqual(['131047', '131026']));
});

it.each([
  ['Ruby', '{131047=>["a", "b"], 131026=>["c"]}'],
  ['Python', "{131047: ['a, b', 'c'], 131026: [{'to': 'd', 'code': 131026}]}"],
  [
    'JavaScript',
    "[Object: null prototype] {\n  '131047': [\n    { to: 'a' },\n    { to: 'b' }\n  ],\n  '131026': [ { to: 'c' } ]\n}",
  ],
])('failures grouped by their code are counted: %s', (_, text) =>
  expect(readCodes(text)).toEqual(['131047×2', '131026×1']),
);

it('a list that is cut off counts the items that are left out', () =>
  expect(readCodes("{ '131047': [ 'a', 'b', ... 98 more items ] }")).toEqual([
    '131047×100',
  ]));

it.each([
  ['lines', '4: rate\n80007: rate\n131047: pair'],
  ['lines with bullets', '- 4: rate\n- 80007: rate\n- 131047: pair'],
  ['an object', '{"4":"rate","80007":"rate","131047":"pair"}'],
  ['a dictionary', "{4: 'rate', 80007: 'rate', 131047: 'pair'}"],
])('a list of codes and words in %s has each code', (_, text) =>
  expect(readCodes(text)).toEqual(['4', '80007', '131047']),
);

it('tables are in order and inside their text, whatever it is', () => {
  const piece = fc.constantFrom(
    'error_code',
    'count',
    '131047',
    '412',
    '|',
    '│',
    '\t',
    '  ',
    ' ',
    '\n',
    '---',
    '=',
    ':',
    '{',
    '}',
    '(',
    '[',
    ',',
    '=>',
    '<table>',
    '<tr><td>',
    '-[ RECORD 1 ]',
  );

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;

      for (const { start, end, names, rows } of findTables(text, isCode)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(rows.every(({ cells }) => cells.length <= names.length)).toBe(
          true,
        );
        last = end;
      }
    }),
  );
});

it.each([
  'code a b c d e f g h\n',
  'code: [1, 2, 3\n',
  'code: [1, 2]\n',
  'code & count \\\\\n',
  'code,count\n131047,412\n',
  '131047 131026\n',
  'a b\ncode\n',
  '{131047: [\n',
  '$ code <int> 1, 2\n',
  'INSERT INTO c VALUES (1,2);\n',
  "INSERT INTO c VALUES ('",
  'COPY c (code) FROM stdin;\n',
  '<tr>\nx\n',
  '{|\n! code\n',
  '131047=412\n',
  '1) "131047"\n',
  "{('a', 131047): 1, ",
  "('a', ",
  '{\n',
  '{(\n',
  'a\terror_code\t4\na\tcount\t4\n',
  'a\tb\tc\n',
  '$`131047`\n[1] 4\n\n',
  '$`131047`\n',
  '131047 412 ',
  'The error code of a message says what the code means\n',
])('reads lines of %j in linear time', (line) =>
  expectLinearCost(1_600, (count) => {
    const text = line.repeat(count);

    return () => findTables(text, isCode);
  }),
);
