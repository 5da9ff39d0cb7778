import type { ReactNode, SVGProps } from 'react';
import type { MarkKind } from '../../lib/core/mark-kind.ts';

const ICON_PATHS = {
  chevron: 'm6 4 4 4-4 4',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3l2 1.5',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M6 5.5h7v8H6zM10 5.5v-3H3v8h3',
  down: 'M8 3v10M4 9l4 4 4-4',
  external: 'M7 4H3.5v8.5H12V9M9 3h4v4M13 3 7.5 8.5',
  more: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  no: 'm4.5 4.5 7 7M11.5 4.5l-7 7',
  pin: 'M6 2.5h4l-.5 5 2.5 2H4l2.5-2ZM8 9.5V14',
  pinned: 'M6 2.5h4l-.5 5 2.5 2H4l2.5-2ZM8 9.5V14',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  target: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM8 1.5V6M8 10v4.5M1.5 8H6M10 8h4.5',
  up: 'M8 13V3M4 7l4-4 4 4',
  yes: 'm3.5 8.5 3 3 6-7',
} as const;

export const Icon = ({ name, size }: { name: keyof typeof ICON_PATHS; size?: number }) => (
  <IconFrame className="er-icon" size={size}>
    <path
      {...LINE}
      d={ICON_PATHS[name]}
      fill={name === 'pinned' ? 'currentColor' : 'none'}
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  </IconFrame>
);

/** Decorative: the surrounding control or text has the accessible name. */
const IconFrame = ({ size = 16, ...props }: SVGProps<SVGSVGElement> & { size?: number | undefined }) => (
  <svg {...props} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false" />
);

const LINE = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round' } as const;

/** One shape per mark, distinguishable without colour at small sizes: disc, square, ring of dots, hollow diamond, thin bar. */
const SHAPES_BY_KIND: Record<MarkKind, ReactNode> = {
  you: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  recipient: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  wait: <circle {...LINE} cx="8" cy="8" r="5" strokeWidth="2.4" strokeDasharray="0 3.927" />,
  provider: <path {...LINE} d="M8 2.5 13.5 8 8 13.5 2.5 8Z" strokeWidth="2.4" />,
  nobody: <path {...LINE} d="M3 8h10" strokeWidth="1.4" />,
};

export const MarkIcon = ({ mark, size }: { mark: MarkKind; size?: number }) => (
  <IconFrame className="er-mark" data-mark={mark} size={size}>
    {SHAPES_BY_KIND[mark]}
  </IconFrame>
);
