/** What a page says of one code. */
export interface PageRow {
  code: string;
  title?: string | undefined;
  text?: string | undefined;
  http?: string | undefined;
}

/** The page cannot be read: a difference from the claims would mean nothing. */
export class UnreadableError extends Error {}
