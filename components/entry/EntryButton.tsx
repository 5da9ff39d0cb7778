import type { ComponentProps } from 'react';

export const EntryButton = (props: ComponentProps<'button'>) => (
  <button type="button" className="er-button" {...props} />
);
