import { type ReactNode, type ToggleEvent, useEffect, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';

export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  // Most nodes of a card are inside closed parts, so render those after the first paint. The static site has all at once.
  const [isFilled, fill] = useState(() => typeof document === 'undefined');
  useEffect(() => fill(true), []);
  return (
    <details
      className="er-fold"
      onToggle={({ currentTarget: fold }: ToggleEvent<HTMLDetailsElement>) =>
        fold.open && scrollToReveal(fold)
      }
    >
      <summary>
        <Icon name="chevron" size={14} />
        <span>{summary}</span>
      </summary>
      <div className="er-fold-body">{isFilled && children}</div>
    </details>
  );
}

/** Scrolls only the nearest `.er-scroll` until a part that has just grown is visible. */
export function scrollToReveal(part: Element) {
  const view = part.closest('.er-scroll');
  if (!view) return;
  const [inner, outer] = [part.getBoundingClientRect(), view.getBoundingClientRect()];
  // The sticky head covers the top of the view.
  const head = Number.parseFloat(getComputedStyle(view).scrollPaddingBlockStart) || 0;
  view.scrollTop += Math.max(0, Math.min(inner.bottom - outer.bottom, inner.top - outer.top - head));
}
