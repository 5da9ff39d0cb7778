import type { Mark } from '../../lib/catalogue/mark.ts';

/** What each mark says, and the line that stands for it on a page. */
export const MARK_WORDS: Readonly<Record<Mark, { name: string; line: string; text: string }>> = {
  you: { name: 'Your turn', line: 'solid', text: 'Fix the cause, then retry.' },
  recipient: {
    name: 'Recipient’s turn',
    line: 'dashed',
    text: 'Only the person who should get the message can help.',
  },
  wait: { name: 'Wait', line: 'dotted', text: 'Nothing to fix. Wait, then retry the same.' },
  provider: {
    name: 'Meta’s or the provider’s turn',
    line: 'double',
    text: 'Report it, with the request’s id.',
  },
  nobody: { name: 'Nobody’s turn', line: 'thin', text: 'A state or a final answer; there is nothing to do.' },
};
