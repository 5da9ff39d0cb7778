import type { Meaning } from './code-index.ts';

/** What is known of a text besides the text. All optional: a paste has none of it. */
export interface TextContext {
  /** Host name of the page: `business.facebook.com`. Decides whose codes come first where it belongs to one provider. */
  host?: string;
  /** Path of the page, for hosts with several consoles. */
  path?: string;
  /** The user added this site, so codes are as likely as on a known console. */
  isConsole?: boolean;
  /** Provider that the user set for this site, or a command line option: before everything else. */
  provider?: string;
  /** Heading of the table column that the text stands in. */
  header?: string;
  /** Label that the text is the value of: a `dt`, the first cell of a two-cell row, the text just before. */
  label?: string;
  /** Words below a value that has none before it, as tiles have them. */
  below?: string;
  /** In a table without heads: values of the same column in the rows next to it, one a line, empty ones too. */
  column?: string;
  /** Nearest heading above, of the section or table that the text stands in. */
  heading?: string;
  /** A person asks about just this text, so it is about WhatsApp although nothing in it may say so. */
  asked?: boolean;
  /** Other text of the same row, line or block, for titles and vendor words. At most about 1,000 characters count. */
  row?: string;
}

/** One reason for or against a candidate. */
export interface Evidence {
  /** `rule`: one of `rules.ts` decided alone. `asked`: a person selected it. */
  kind: 'slot' | 'phrase' | 'title' | 'group' | 'prior' | 'rule' | 'asked';
  /** Above 0 speaks for an error code, below 0 against. */
  weight: number;
  /** The reason in words: `column Error code`, `beside 131047`. */
  text?: string;
}

/** A code in a text that stands for an error. */
export interface Hit {
  /** UTF-16 offsets into the text; `text.slice(start, end)` is the code as written. */
  start: number;
  end: number;
  /** As the catalogue writes it: ASCII digits, no separators. */
  code: string;
  /** `error_subcode` of the same payload, if there is one. */
  subcode: string | null;
  /** Best first. Empty where no catalogue knows the code but its place proves that it is one. */
  meanings: readonly (Meaning & { score: number })[];
  /** 0 to 1: how sure it is that this is an error code. */
  confidence: number;
  evidence: readonly Evidence[];
}

/** Where something stands in a text. */
export type Span = Pick<Hit, 'start' | 'end'>;

/** The strength from which a hit is underlined, by how sure the reader wants it to be; see docs/detection.md. */
export const MIN_CONFIDENCE = { surer: 0.8, normal: 0.6, more: 0.3 } as const;
export type Sensitivity = keyof typeof MIN_CONFIDENCE;
