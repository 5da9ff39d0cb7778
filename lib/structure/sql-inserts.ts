const INSERT =
  /\binsert\s+(?:ignore\s+)?into\s+([^\s(]{1,120})\s{0,20}(?:\(([^()]{1,2000})\)\s{0,20})?values(?=\s{0,20}\()/gi;
const SQL_ROW = /\s{0,20},?\s{0,20}\(/y;
const SQL_VALUE =
  /\s{0,20}(?:N?(?:(\\{0,4}['"])(.{0,4000}?)\1)|[^\s,()'"]{1,100}(?:\([^()]{0,100}\))?)\s{0,20}(,|\))/sy;

/** Finds the `INSERT` statements of a text. Without a list of columns, `headings` is empty. Reads values on demand. */
export function* readInserts(text: string) {
  for (const { 0: statement, 1: table = '', 2: list, index } of text.matchAll(INSERT)) {
    const headings = list?.split(',').map((name) => name.replace(/[`"[\]\\]/g, '').trim()) ?? [];
    yield { table, headings, values: readInsertedValues(text, index + statement.length) };
  }
}

/** Yields the values of all rows, without their quotes. */
function* readInsertedValues(text: string, at: number) {
  for (let column = -1; ; column++) {
    const pattern = column < 0 ? SQL_ROW : SQL_VALUE;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return;
    const [whole, quote = '', value, end] = match;
    if (value) yield { column, start: at + whole.indexOf(quote) + quote.length, value };
    if (end === ')') column = -2;
    at += whole.length;
  }
}
