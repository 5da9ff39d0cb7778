import fc from 'fast-check';
import { expect, test } from 'vitest';
import { continuesTowards } from './split-numbers.ts';
import { advanceTextWalk, createTextWalk } from './text-walk.ts';

const prefilter = (text: string, from = 0, to = text.length) =>
  /\d{6}/.test(text.slice(from, to));

const said = fc.constantFrom(
  'delivered',
  'delivered 131047',
  'delivered 131',
  '047',
  '_047',
  '131047',
  '–',
  ' ',
  '',
);
const tag = fc.constantFrom('p', 'span', 'td');

test.each(['tree walker', 'node iterator'])(
  'each text is judged as if it were alone, by a %s',
  (way) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(tag, said), { maxLength: 700, size: 'max' }),
        (drawn) => {
          const page = document.createElement('main');
          const texts = drawn.map(([name, text]) => {
            const element = document.createElement(name);
            const node = document.createTextNode(text);
            element.append(node);
            page.append(element);
            return node;
          });
          const kept: Text[] = [];
          const forgotten: Text[] = [];
          const walk = createTextWalk(page, way === 'node iterator');
          const sorter = {
            prefilter,
            keep: (text: Text) => kept.push(text),
            forget: (text: Text) => forgotten.push(text),
          };
          while (advanceTextWalk(walk, sorter));
          // The character before the first text may be a digit.
          let before = '0';
          const wanted = texts.filter((text) => {
            const isSplit =
              /\d$/.test(before) &&
              /^[\d_]/.test(text.data) &&
              continuesTowards(text, false);
            before = text.data || before;
            return isSplit || prefilter(text.data);
          });
          const getIndexes = (some: Text[]) =>
            some.map((text) => texts.indexOf(text));
          expect(getIndexes(kept)).toEqual(getIndexes(wanted));
          expect([...kept, ...forgotten]).toHaveLength(texts.length);
        },
      ),
      { numRuns: 60 },
    );
  },
);
