import type { When } from '../../lib/explain/explanation.ts';
import { whenLine } from '../../lib/explain/when.ts';
import { Icon } from '../icons/Icon.tsx';
import { useClock } from './now.ts';

/** Until when, in the reader's own time. Nothing where no time is sure. */
export function WhenLine({ when }: { when: When | null }) {
  const line = whenLine(when, useClock(when?.atMs ?? null));
  if (!line || !when) return null;
  return (
    <p className="er-when" data-over={line.isOver || undefined}>
      <Icon name="clock" size={14} />
      <time dateTime={new Date(when.atMs).toISOString()}>{line.text}</time>
    </p>
  );
}
