import type { ComponentProps } from 'react';
import { t } from '../../lib/i18n/translate.ts';

export const EntryButton = (props: ComponentProps<'button'>) => (
  <button type="button" className="er-button" {...props} />
);

export const QuietButton = (props: ComponentProps<'button'>) => (
  <button type="button" className="er-quiet" {...props} />
);

export const MoreButton = ({ onClick }: { onClick: () => void }) => (
  <QuietButton aria-expanded={false} onClick={onClick}>
    {t('More')}
  </QuietButton>
);
