import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTableHeader } from './pasted-table.ts';

const getRoles = (heading: string) => [...(parseTableHeader(heading)?.roles.values() ?? [])];

describe('a pasted table', () => {
  it.each([
    ['Message ID,Phone,Error code,Error message,Sent at', ['message', 'recipient', 'code', 'reason', 'time']],
    ['messageId;to;errorCode;timestamp', ['message', 'recipient', 'code', 'time']],
    ['wamid\twa_id\tstatus\tcódigo', ['message', 'recipient', 'reason', 'code']],
    ['"Recipient","Failure reason"', ['recipient', 'reason']],
  ])('knows the columns of %s', (heading, roles) => expect(getRoles(heading)).toEqual(roles));

  it.each(['Name,City,Total', 'hello', 'one;two'])('is not recognized in %s', (heading) =>
    expect(parseTableHeader(heading)).toBeNull(),
  );

  it('is about messages only if another column is', () => {
    expect(parseTableHeader('Phone,Error code')?.isOfMessages).toBe(true);
    expect(parseTableHeader('Country,Code,Status')?.isOfMessages).toBe(false);
  });

  it('reads quoted cells with separators, quotes and line breaks', () => {
    const rows = [
      ...(parseTableHeader('id,error code,reason')?.rows('1,"a,b","say ""hi""\nyou"\n2,,x') ?? []),
    ];
    expect(rows).toEqual([
      { start: 0, line: '1,"a,b","say ""hi""\nyou"', cells: ['1', 'a,b', 'say "hi"\nyou'] },
      { start: 25, line: '2,,x', cells: ['2', '', 'x'] },
    ]);
  });

  it('reads a quotation mark that is never closed as text', () => {
    const rows = [...(parseTableHeader('id,reason')?.rows('1,"a\n2,b') ?? [])];
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  it('reads back written tables, and ends for any text', () => {
    const table = parseTableHeader('id,error code');
    const cell = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect([...(table?.rows(text) ?? [])].map(({ cells }) => cells)).toEqual(rows);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ',', '\n', 'a', '\r')), (parts) => {
        const text = parts.join('');
        const rows = [...(table?.rows(text) ?? [])];
        expect(rows.every(({ start, line }) => text.startsWith(line, start))).toBe(true);
      }),
    );
  });
});
