import statuses from '../../../data/message-statuses.json' with {
  type: 'json',
};
import { foldText } from '../../catalogue/search/tokenize.ts';

/** What a status says of a message. `sent`: on its way, without a final result. */
export type MessageStatus = keyof typeof statuses;

const PATTERNS = Object.entries(statuses).map(
  ([status, words]) =>
    [
      status as MessageStatus,
      new RegExp(foldText(words.join('|')), 'u'),
    ] as const,
);
/** A longer text is a sentence. */
const MAX_STATUS_UNITS = 40;

/** Reads a status as consoles and providers write it: `DELIVERED`, `No entregado`. Null if it is none that is known. */
export function readMessageStatus(text: string): MessageStatus | null {
  if (text.length > MAX_STATUS_UNITS) return null;
  const folded = foldText(text.replaceAll('_', ' '));
  return PATTERNS.find(([, words]) => words.test(folded))?.[0] ?? null;
}
