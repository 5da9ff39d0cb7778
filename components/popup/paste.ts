/** Longer than any look-up by hand: a payload, a log or a message to decode. */
const LONG = 80;

/** Whether a text is something to decode, and not something to look up. */
export function isPayload(text: string): boolean {
  // Blanks are cut off a short text only: of megabytes they would be copied.
  const trimmed = text.length > 10 * LONG ? text : text.trim();
  return trimmed.length > LONG || /[\r\n]/.test(trimmed) || /[{[].*["':]/.test(trimmed);
}
