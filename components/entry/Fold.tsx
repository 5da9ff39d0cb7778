import type { ReactNode, ToggleEvent } from 'react';
import { Icon } from '../icons/Icon.tsx';

/** A part that few need: one line until it is opened. */
export function Fold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="er-fold" onToggle={reveal}>
      <summary>
        <Icon name="chevron" size={14} />
        <span>{summary}</span>
      </summary>
      <div className="er-fold-body">{children}</div>
    </details>
  );
}

/** Scrolls the view, and nothing around it, so far that what was opened can be read. */
function reveal({ currentTarget: fold }: ToggleEvent<HTMLDetailsElement>) {
  const view = fold.closest('.er-scroll');
  if (!fold.open || !view) return;
  const [inner, outer] = [fold.getBoundingClientRect(), view.getBoundingClientRect()];
  view.scrollTop += Math.max(0, Math.min(inner.bottom - outer.bottom, inner.top - outer.top));
}
