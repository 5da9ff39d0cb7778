import type { ReactNode } from 'react';
import type { Mark } from '../../lib/catalogue/mark.ts';
import { Sign } from './Icon.tsx';

/** One shape per mark, so that hue is never the only sign, however small: disc, square, ring of dots, hollow diamond, thin bar. */
const shapes: Record<Mark, ReactNode> = {
  you: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  recipient: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  wait: (
    <circle
      cx="8"
      cy="8"
      r="5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeDasharray="0 3.927"
    />
  ),
  provider: <path d="M8 2.5 13.5 8 8 13.5 2.5 8Z" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  nobody: <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />,
};

/** The shape that stands for whose turn it is, in the mark's hue. Words beside it say the same. */
export const MarkIcon = ({ mark, size }: { mark: Mark; size?: number }) => (
  <Sign className="er-mark" data-mark={mark} size={size}>
    {shapes[mark]}
  </Sign>
);
