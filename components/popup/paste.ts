/** Longer than any look-up by hand: a payload, a log or a message to decode. */
const LONG = 80;

/** Whether a text is something to decode, and not something to look up. */
export function isPayload(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > LONG || /[\r\n]/.test(trimmed) || /[{[].*["':]/.test(trimmed);
}

/** `12 lines`, `96 characters`: how much was pasted. */
export function sizeOf(text: string): string {
  const lines = text.trim().split(/\r\n|\r|\n/).length;
  return lines > 1
    ? `${lines.toLocaleString('en')} lines`
    : `${text.trim().length.toLocaleString('en')} characters`;
}
