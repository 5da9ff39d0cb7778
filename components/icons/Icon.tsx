import type { ReactNode, SVGProps } from 'react';
import type { MarkKind } from '../../lib/core/mark-kind.ts';
import paths from './icon-paths.json' with { type: 'json' };

export const Icon = ({
  name,
  size,
}: {
  name: keyof typeof paths;
  size?: number;
}) => (
  <IconFrame className="er-icon" size={size}>
    <path
      {...LINE}
      d={paths[name]}
      fill={name === 'pinned' ? 'currentColor' : 'none'}
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  </IconFrame>
);

/** Decorative: the surrounding control or text has the accessible name. */
const IconFrame = ({
  size = 16,
  ...props
}: SVGProps<SVGSVGElement> & { size?: number | undefined }) => (
  <svg
    {...props}
    viewBox="0 0 16 16"
    width={size}
    height={size}
    aria-hidden="true"
    focusable="false"
  />
);

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
} as const;

/** One shape per mark, distinguishable without colour at small sizes: disc, square, ring of dots, hollow diamond, thin bar. */
const SHAPES_BY_KIND: Record<MarkKind, ReactNode> = {
  you: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  recipient: (
    <rect x="2.5" y="2.5" width="11" height="11" rx="1" fill="currentColor" />
  ),
  wait: (
    <circle
      {...LINE}
      cx="8"
      cy="8"
      r="5"
      strokeWidth="2.4"
      strokeDasharray="0 3.927"
    />
  ),
  provider: (
    <path {...LINE} d="M8 2.5 13.5 8 8 13.5 2.5 8Z" strokeWidth="2.4" />
  ),
  nobody: <path {...LINE} d="M3 8h10" strokeWidth="1.4" />,
};

export const MarkIcon = ({ mark, size }: { mark: MarkKind; size?: number }) => (
  <IconFrame className="er-mark" data-mark={mark} size={size}>
    {SHAPES_BY_KIND[mark]}
  </IconFrame>
);
