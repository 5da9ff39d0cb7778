import type { Entry } from '../../data/schema.ts';
import type { CorpusLine } from '../corpus.ts';
import { createRandom, hashToNumber } from './random.ts';
import { getWords } from './synthetic.ts';

/** A labelled line for training. */
export interface Example
  extends Pick<CorpusLine, 'lang' | 'host' | 'text' | 'context' | 'codes'> {
  /** Lines of one batch are similar, so they are never split between training and measurement. */
  batch: string;
  /** Training weight. The default is 1. */
  weight?: number;
  /** True if `weight` already reflects how often the situation occurs. */
  isWeighted?: true;
  /** If set, only the candidate at these offsets counts. */
  only?: readonly [number, number];
}

const MAX_OTHERS_PER_LINE = 2;

const CODE_WORD =
  'err|fehler|code|kod|#|c[oó]d|status|reason|خطأ|رمز|错|代码|エラー|コード|오류';
const SIGN_BEHIND_NAME = '\\s{0,2}["\'`(:=#]{0,4}\\s{0,2}["\'`]?';
const NAME_OF_CODE = new RegExp(
  `(?:${CODE_WORD})[^\\s]{0,12}${SIGN_BEHIND_NAME}$`,
  'iu',
);

/** Replaces other numbers of a line by codes: in the position of an order number, there is no code, whatever the digits. */
export function createOtherNumberExamples(
  line: Example & Pick<CorpusLine, 'id'>,
): Example[] {
  const { text, codes, weight = 1 } = line;
  const random = createRandom(hashToNumber(line.id));
  const found = [...text.matchAll(/(?<![\d.,:/+-])\d{3,7}(?![\d]|[.,:/-]\d)/g)];

  const numbers = found
    .map(({ 0: figure, index: start }) => ({ figure, start, order: random() }))
    .filter(
      ({ figure, start }) =>
        codes.every(
          (one) => one.end <= start || one.start >= start + figure.length,
        ) &&
        codes.every(({ code }) => code !== figure) &&
        !/^[1-5]\d\d$/.test(figure) &&
        // `code: 4711` of any system: with other digits, it could be a code.
        !NAME_OF_CODE.test(text.slice(0, start)),
    );

  numbers.sort((a, b) => a.order - b.order);

  return numbers.slice(0, MAX_OTHERS_PER_LINE).map(({ figure, start }) => {
    const others = getWords(`digits${Math.min(figure.length, 6)}`);
    const code = others[Math.floor(random() * others.length)] ?? '';
    const move = code.length - figure.length;

    return {
      ...line,
      text: text.slice(0, start) + code + text.slice(start + figure.length),
      codes: codes.map((one) =>
        one.start > start
          ? { ...one, start: one.start + move, end: one.end + move }
          : one,
      ),
      weight: weight * 0.5,
      only: [start, start + code.length],
    };
  });
}

/** Creates payloads from the catalogue's codes (`%`) and titles (`@`), so that short codes and codes missing from the corpora are recognised in payloads. */
export function createPayloadExamples(entries: readonly Entry[]): Example[] {
  return entries.flatMap(({ key, code, title, state }) => {
    if (state || !/^-?\d{1,7}$|^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(code))
      return [];

    const create = (list: 'titled' | 'asked'): Example => {
      const patterns = getWords(list);
      const pattern = patterns[hashToNumber(key) % patterns.length] ?? '';

      const whole = /^-?\d+$/.test(code)
        ? pattern
        : pattern.replace(/(?<!")%(?!")/, pattern.includes('{') ? '"%"' : '%');

      const start = whole.indexOf('%');

      return {
        text: whole.replace('%', code).replace('@', title.replaceAll('"', "'")),
        codes: [{ code, start, end: start + code.length }],
        ...(list === 'asked' && { context: { asked: true } }),
        batch: `payload-${key}`,
        weight: 0.4,
      };
    };

    return title.length >= 12 && title.includes(' ')
      ? [create('titled'), create('asked')]
      : [create('asked')];
  });
}
