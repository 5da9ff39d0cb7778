import type { Entry } from '../../data/schema.ts';
import type { Example } from './line-examples.ts';
import { hashToNumber } from './random.ts';
import { getWords } from './synthetic.ts';

/** Creates payloads from the catalogue's codes (`%`) and titles (`@`), so that short codes and codes missing from the corpora are recognised in payloads. */
export function createPayloadExamples(entries: readonly Entry[]): Example[] {
  return entries.flatMap(({ key, code, title, state, provider }) => {
    if (state || !/^-?\d{1,7}$|^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(code)) return [];
    const pick = (list: readonly string[]) => list[hashToNumber(key) % list.length] ?? '';
    const one = (pattern: string, asked: boolean): Example => {
      const whole = /^-?\d+$/.test(code)
        ? pattern
        : pattern.replace(/(?<!")%(?!")/, pattern.includes('{') ? '"%"' : '%');
      const start = whole.indexOf('%');
      const text = whole.replace('%', code).replace('@', title.replaceAll('"', "'"));
      return {
        id: `payload-${key}-${asked ? 'asked' : 'titled'}`,
        kind: 'bsp-json',
        source: 'made',
        lang: 'en',
        text,
        codes: [{ code, start, end: start + code.length, provider }],
        ...(asked && { context: { asked } }),
        batch: `payload-${key}`,
        weight: 0.4,
      };
    };
    const titled = title.length >= 12 && title.includes(' ') ? [one(pick(getWords('titled')), false)] : [];
    return [...titled, one(pick(getWords('asked')), true)];
  });
}
