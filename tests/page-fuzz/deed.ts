import fc from 'fast-check';
import { generateForms, type Piece } from './forms.ts';
import { generatePieces } from './pieces.ts';

/** An action of a page. Nodes are chosen by number, modulo the number of nodes at that time. */
export type Deed =
  | { do: 'add'; at: number; place: number; piece: Piece }
  | { do: 'replace'; at: number; piece: Piece }
  | { do: 'move'; at: number; to: number; place: number }
  | { do: 'clone'; at: number; to: number; place: number }
  | { do: 'take'; at: number }
  /** Removes a row, an item or a value. */
  | { do: 'drop'; at: number }
  /** Moves or copies one among its siblings. */
  | { do: 'shift'; at: number; to: number; copy: boolean }
  | { do: 'give'; which: number; at: number; place: number }
  | { do: 'split'; at: number; offset: number }
  | { do: 'normalize'; at: number }
  | { do: 'write'; at: number; data: string }
  /** Replaces a number with a number, or a word with a word. */
  | { do: 'reword'; at: number; data: string }
  | { do: 'say'; at: number; data: string }
  | { do: 'fill'; at: number; data: string }
  | { do: 'empty'; at: number }
  /** Hides or shows an element. */
  | { do: 'toggle'; at: number; what: number }
  | { do: 'edit'; at: number }
  /** Attaches a shadow root to a custom element. */
  | { do: 'attach'; at: number; mode: ShadowRootMode; piece: Piece }
  | { do: 'pass'; ms: number };

type One<D extends Deed['do']> = Omit<Extract<Deed, { do: D }>, 'do'>;

function generateDeed<D extends Deed['do']>(
  name: D,
  more: { [Key in keyof One<D>]: fc.Arbitrary<One<D>[Key]> },
) {
  return fc.record({
    do: fc.constant(name),
    ...more,
  }) as unknown as fc.Arbitrary<Deed>;
}

const number = fc.nat({ max: 60 });
/** Delays below, at and above the throttle delay of changes, but shorter than the polling for late shadow roots. */
const pass = generateDeed('pass', {
  ms: fc.constantFrom(0, 1, 7, 30, 61, 120, 300),
});
const toggle = generateDeed('toggle', { at: number, what: number });
const split = generateDeed('split', { at: number, offset: number });

export function generateAnyDeed(
  text: fc.Arbitrary<string>,
  more: 'toggles' | 'splits',
): fc.Arbitrary<Deed> {
  const piece = generatePieces(text);
  const mode = fc.constantFrom<ShadowRootMode>('open', 'closed');

  return fc.oneof(
    { weight: 6, arbitrary: pass },
    {
      weight: 3,
      arbitrary: generateDeed('add', { at: number, place: number, piece }),
    },
    { weight: 2, arbitrary: generateDeed('replace', { at: number, piece }) },
    {
      weight: 3,
      arbitrary: generateDeed('move', {
        at: number,
        to: number,
        place: number,
      }),
    },
    {
      weight: 2,
      arbitrary: generateDeed('clone', {
        at: number,
        to: number,
        place: number,
      }),
    },
    { weight: 3, arbitrary: generateDeed('take', { at: number }) },
    {
      weight: 2,
      arbitrary: generateDeed('give', {
        which: number,
        at: number,
        place: number,
      }),
    },
    { weight: 1, arbitrary: generateDeed('normalize', { at: number }) },
    { weight: 4, arbitrary: generateDeed('write', { at: number, data: text }) },
    { weight: 1, arbitrary: generateDeed('say', { at: number, data: text }) },
    { weight: 1, arbitrary: generateDeed('fill', { at: number, data: text }) },
    { weight: 1, arbitrary: generateDeed('empty', { at: number }) },
    { weight: 1, arbitrary: generateDeed('edit', { at: number }) },
    {
      weight: 1,
      arbitrary: generateDeed('attach', { at: number, mode, piece }),
    },
    { weight: 3, arbitrary: more === 'toggles' ? toggle : split },
  );
}

/** Generates actions with which applications change tables, lists and pairs. */
export function generateTidyDeed(
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Deed> {
  return fc.oneof(
    { weight: 4, arbitrary: pass },
    {
      weight: 6,
      arbitrary: generateDeed('reword', {
        at: number,
        data: fc.oneof(name, value),
      }),
    },
    {
      weight: 3,
      arbitrary: generateDeed('shift', {
        at: number,
        to: number,
        copy: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: generateDeed('drop', { at: number }) },
    {
      weight: 1,
      arbitrary: generateDeed('replace', {
        at: fc.constant(0),
        piece: generateForms(name, value, ['thead']),
      }),
    },
  );
}
