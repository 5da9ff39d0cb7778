const MASK = {
  message: 'wamid.[masked]',
  token: '[token]',
  mail: '[e-mail]',
  phone: '[phone]',
  id: '[id]',
  name: '[name]',
} as const;

export type Masked = keyof typeof MASK;

/** A piece of a text: as it is, or to be masked. Together they are the text. */
export interface Part {
  text: string;
  masked: Masked | null;
}

/** What stands in place of a part. */
export const maskOf = (kind: Masked): string => MASK[kind];

/** Takes a text apart; large, so that it is brought when a text is handed over. See `redact.ts`. */
export interface Redaction {
  partsOf(text: string): readonly Part[];
}

/** The text with other words in place of what is masked. */
export function maskedText(
  parts: readonly Part[],
  mask: (kind: Masked, match: string) => string = maskOf,
): string {
  return parts.map(({ text, masked }) => (masked ? mask(masked, text) : text)).join('');
}
