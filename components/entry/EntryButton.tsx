import type { ComponentProps } from 'react';

/** A button of an entry, or of the card around it. */
export const EntryButton = (props: ComponentProps<'button'>) => (
  <button type="button" className="er-button" {...props} />
);
