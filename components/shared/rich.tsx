import { Fragment, type ReactNode } from 'react';
import { pieces } from '../../lib/language/translate.ts';

/** A text of the interface with elements as its values: `rich('Back to $1', <b>470</b>)`. */
export function rich(english: string, ...values: readonly ReactNode[]): ReactNode {
  return pieces(english).map(({ text, value }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stay in their places
    <Fragment key={at}>
      {text}
      {value !== null && values[value]}
    </Fragment>
  ));
}
