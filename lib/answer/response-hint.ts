import clients from '../../data/http-clients.json' with { type: 'json' };
import { anyOf } from '../core/pattern-parts.ts';
import { findResponseStatus } from '../detect/http-status.ts';

/** What a text without a code says of the response that has it. */
export interface ResponseHint {
  /** The HTTP status, if the text has one. */
  status: string | null;
  /** What prints the body of the response, in the library that printed the text. Null if that is unknown. */
  print: string | null;
}

/** Longer texts are logs. */
const MAX_UNITS = 100_000;
/** A printed error or response, not a question about one. */
const PRINTED = anyOf([
  /\w(?:Error|Exception)\b/,
  /status[\s_-]?code/,
  /HTTP(?:\/| Error)/,
  /responded with/,
  /returned error/,
  /resulted in/,
  /\b(?:Response|\w{0,20}Exception)\s?\{/,
  /["'{,\s](?:status|statusCode)["']?\s?:/,
  /^\s*\{/,
]);

/** Returns what a text with the status of a response, but without its body, lacks. Null for other texts. */
export function findResponseHint(text: string): ResponseHint | null {
  if (text.length > MAX_UNITS) return null;

  const client = clients.find(({ marks }) =>
    marks.some((mark) => text.includes(mark)),
  );

  // Its error is what the body says, which has no code.
  if (client?.print === null) return null;

  const status = PRINTED.test(text) ? findResponseStatus(text) : null;
  if (!client && !status) return null;

  return { status, print: client?.print ?? null };
}
