import type { Meaning } from './code-index.ts';

/** The context of a text. All fields are optional: a paste has no context. */
export interface TextContext {
  /** Host name of the page: `business.facebook.com`. If the host belongs to one provider, its codes rank first. */
  host?: string | undefined;
  /** Path of the page, for hosts with several consoles. */
  path?: string | undefined;
  /** True if the user added this site, which makes codes as likely as on a known console. */
  isConsole?: boolean;
  /** Provider that the user set for this site or on the command line. Outweighs all other evidence. */
  provider?: string | undefined;
  header?: string;
  /** For a few words: the headers of their table, or the labels and texts around them. */
  around?: string;
  /** Label of the text: a `dt`, the first cell of a two-cell row, or the text just before. */
  label?: string;
  /** Words below a value without a label before it, as in tiles. */
  below?: string;
  /**
   * The text and those of the adjacent blocks of the same shape, one per line, empty ones included: the lines of a log or a
   * list, the column of a table without headers.
   */
  lines?: string;
  /** Nearest heading above the text, of its section or table. */
  heading?: string;
  /** True if a person asks about this text. It is then about WhatsApp, even if nothing in it says so. */
  asked?: boolean;
  /** True for a message of a customer, in which a code is no failure. */
  isOfCustomer?: boolean;
  /**
   * Other text of the same row, line or block, for titles and provider names. Only about the first 1,000 characters
   * count.
   */
  row?: string;
}

export interface Evidence {
  /** `slot`: its label. `form`: no word is near it. `rule`: one of `rules.ts` decided alone. `asked`: a person selected it. */
  kind:
    | 'slot'
    | 'phrase'
    | 'form'
    | 'title'
    | 'group'
    | 'prior'
    | 'rule'
    | 'asked';
  /** Above 0: evidence for an error code. Below 0: evidence against. */
  weight: number;
  /** The reason in words: `column Error code`, `next to 131047`. */
  text?: string;
}

/** How the fields of subcodes are named. */
export const SUBCODE_NAME = /sub[\s_-]?code|подкод/i;

export interface Hit {
  /** UTF-16 offsets into the text; `text.slice(start, end)` is the code as written. */
  start: number;
  end: number;
  /** The code as the catalogue writes it: ASCII digits, no separators. */
  code: string;
  /** `error_subcode` of the same payload, if there is one. */
  subcode: string | null;
  /** Best first. Empty if the catalogue doesn't know the code, but the context proves that it is one. */
  meanings: readonly (Meaning & { score: number })[];
  /** Probability that this is an error code, from 0 to 1. */
  confidence: number;
  evidence: readonly Evidence[];
}
