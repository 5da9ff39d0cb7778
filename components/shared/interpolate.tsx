import { Fragment, type ReactNode } from 'react';
import { splitPlaceholders } from '../../lib/i18n/translate.ts';

/** Translates a text with elements as values: `interpolate('Back to $1', <b>470</b>)`. */
export const interpolate = (english: string, ...values: readonly ReactNode[]): ReactNode =>
  splitPlaceholders(english).map(({ text, value }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    <Fragment key={at}>
      {text}
      {value !== null && values[value]}
    </Fragment>
  ));
