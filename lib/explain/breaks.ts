import { type BreakFinder, openBreakFinder } from './broken.ts';
import { unwrapperOf } from './payload-layers.ts';

/** Watches for a break in the payload itself, not in what unescaping makes of it. */
export function openBreaks(): BreakFinder {
  const finder = openBreakFinder();
  let unwrap: ((text: string) => string) | null | undefined;
  return {
    push(piece) {
      if (unwrap === undefined && piece.trim() !== '') unwrap = unwrapperOf(piece);
      finder.push(unwrap ? unwrap(piece) : piece);
    },
    first() {
      const found = finder.first();
      return found && { ...found, decoded: Boolean(unwrap) };
    },
  };
}
