import type { Silence } from '../../lib/detect/silence.ts';

/** Where a silence holds, to be read after a host: `in the column “messages”`. */
export function silencePlace({ by, words, code }: Pick<Silence, 'by' | 'words' | 'code'>): string {
  if (by === 'column') return `in the column “${words}”`;
  if (by === 'label') return `beside “${words}”`;
  const shape = words.replace('‹›', code);
  return shape === code ? 'where it stands alone' : `in “${shape}”`;
}
