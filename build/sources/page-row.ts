export interface PageRow {
  code: string;
  title?: string | undefined;
  text?: string | undefined;
  http?: string | undefined;
}

/** Thrown if a page cannot be read, so that comparing it with the claims would be meaningless. */
export class UnreadableError extends Error {}
