import { expect, it, test } from 'vitest';
import { measureCpuMs } from '../../tests/cpu-time.ts';
import { readJsonValues } from './json-values.ts';

it.each<[text: string, values: unknown[]]>([
  ['{"a":[1,{}]}', [{ a: [1, {}] }]],
  ['[2026-11-28] sent {"a":"} \\" {"} and [1]', [{ a: '} " {' }, [1]]],
  ['curl -d \'{"a": {"b": 1}}\' # {c}', [{ a: { b: 1 } }]],
  ['{"a": {"b": 1}', [{ b: 1 }]],
  ['131047', []],
  ['', []],
])('reads %j', (text, values) => expect([...readJsonValues(text)]).toEqual(values));

test.each(['[x]', '{"a":', '{{{{', '["', '"}'])('takes linear time for %j, often', (part) => {
  const text = part.repeat(400_000);
  expect(measureCpuMs(() => expect([...readJsonValues(text)]).toEqual([]))).toBeLessThan(5_000);
});
