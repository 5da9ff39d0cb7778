import { type ReactNode, type ToggleEvent, useEffect, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  /** Within a text, rather than between lines from edge to edge. */
  inline?: boolean;
}

/** A part that few readers need: one line until opened. */
export function Disclosure({ summary, children, inline = false }: DisclosureProps) {
  // Most nodes of a card are in closed parts, so they wait until the rest is painted.
  const [isFilled, fill] = useState(false);
  useEffect(() => fill(true), []);
  return (
    <details
      className="er-fold"
      data-inline={inline || undefined}
      onToggle={({ currentTarget: fold }: ToggleEvent<HTMLDetailsElement>) => fold.open && reveal(fold)}
    >
      <summary>
        <Icon name="chevron" size={14} />
        <span>{summary}</span>
      </summary>
      <div className="er-fold-body">{isFilled && children}</div>
    </details>
  );
}

/** Scrolls the view, and nothing around it, until a part that has just grown can be read. */
export function reveal(part: Element) {
  const view = part.closest('.er-scroll');
  if (!view) return;
  const [inner, outer] = [part.getBoundingClientRect(), view.getBoundingClientRect()];
  // What stays at the top of the view hides what is below it.
  const head = Number.parseFloat(getComputedStyle(view).scrollPaddingBlockStart) || 0;
  view.scrollTop += Math.max(0, Math.min(inner.bottom - outer.bottom, inner.top - outer.top - head));
}
