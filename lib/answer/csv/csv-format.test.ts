import { describe, expect, test } from 'vitest';
import {
  decodeCell,
  decodeUnits,
  detectFormat,
  encodeText,
  readRecords,
} from './csv-format.ts';

const WINDOWS = { encoding: 'windows-1252', unitBytes: 1 } as const;
const UTF_16 = { encoding: 'utf-16le', unitBytes: 2 } as const;
const UTF_8 = { encoding: 'utf-8', unitBytes: 1 } as const;

describe.each([
  ['UTF-8', UTF_8, ['order', 'São Paulo é longe', 'मुंबई', '€ 5']],
  ['windows-1252', WINDOWS, ['order', 'São Paulo é longe', '€ 5', 'x']],
  ['UTF-16', UTF_16, ['order', 'São Paulo é longe', 'मुंबई', '€ 5']],
] as const)('a cell in %s', (_, format, cells) => {
  test('is read as it is written', () => {
    const text = `a,b,c,d\n${cells.join(',')}\n"line\rend","two\r\nlines","say ""yes""", "b"\n`;
    const mark = format === UTF_16 ? '\ufeff' : '';
    const bytes = encodeText(mark + text, {
      ...format,
      delimiter: ',',
      start: 0,
    });
    if (!bytes) throw new Error('The encoding lacks a character');
    const found = detectFormat(bytes);
    const whole = { bytes, text: decodeUnits(bytes, found) };
    expect(found.encoding).toBe(format.encoding);
    const rows = [...readRecords(whole.text, ',', found.start, true)].map(
      (row) => row.cells.map((cell) => decodeCell(whole, cell, found)),
    );
    expect(rows).toEqual([
      ['a', 'b', 'c', 'd'],
      cells,
      ['line\rend', 'two\r\nlines', 'say "yes"', '"b"'],
    ]);
  });
});
