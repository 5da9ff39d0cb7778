import fc from 'fast-check';
import {
  createElementPiece,
  createTextPiece,
  generateForms,
  type Piece,
} from './forms.ts';

const generateHugeText = (one: fc.Arbitrary<string>) =>
  fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((parts) =>
      parts.map((part) => `${part} ${'lorem ipsum '.repeat(200)}\n`).join(''),
    );

const BLOCKS =
  'div p section li ul pre h2 details summary x-a button label td tr table'.split(
    ' ',
  );
const INLINES =
  'span b i code a br slot sup script style noscript textarea svg:svg svg:text math:mn urn:view'.split(
    ' ',
  );
const ATTRIBUTES: readonly Record<string, string>[] = [
  {},
  {},
  {},
  { hidden: '' },
  { class: 'away' },
  { contenteditable: 'true' },
  { style: 'display:inline-block' },
  { role: 'row' },
  { 'aria-label': 'Error code' },
];

/** @param one Generates the texts. */
export function generatePieces(one: fc.Arbitrary<string>): fc.Arbitrary<Piece> {
  const { piece } = fc.letrec<{ piece: Piece }>((tie) => {
    const inner = fc.array(tie('piece'), { maxLength: 3 });

    return {
      piece: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 5, arbitrary: one.map(createTextPiece) },
        {
          weight: 1,
          arbitrary: one.map((data): Piece => ({ kind: 'comment', data })),
        },
        {
          weight: 1,
          arbitrary: one.map((data): Piece => ({ kind: 'instruction', data })),
        },
        { weight: 1, arbitrary: generateHugeText(one).map(createTextPiece) },
        {
          weight: 5,
          arbitrary: generateForms(one, one, ['thead', 'th', 'td']),
        },
        {
          weight: 6,
          arbitrary: fc
            .tuple(
              fc.constantFrom(...BLOCKS, ...INLINES),
              fc.constantFrom(...ATTRIBUTES),
              inner,
            )
            .map(([name, attributes, more]) =>
              createElementPiece(name, more, attributes),
            ),
        },
        {
          weight: 1,
          arbitrary: inner.map(
            (more): Piece => ({ kind: 'fragment', pieces: more }),
          ),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(
              fc.constantFrom('div', 'x-a', 'span', 'p'),
              fc.constantFrom<ShadowRootMode>('open', 'closed'),
              inner,
              inner,
            )
            .map(
              ([name, mode, within, more]): Piece => ({
                kind: 'host',
                name,
                mode,
                within,
                pieces: more,
              }),
            ),
        },
      ),
    };
  });

  return piece;
}
