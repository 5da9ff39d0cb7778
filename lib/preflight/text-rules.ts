import type { PreflightData } from '../../data/schema.ts';

/** What the sentences of `data/preflight.yaml` take. `value` is a text of the input, and never part of a sentence. */
export interface Values extends Partial<Record<'sent' | 'index', number>> {
  part?: string;
  expected?: string | number | null | undefined;
  value?: string | null | undefined;
}

/** @param path `.components[0].text` */
export type Report = (rule: string, path: string, values: Values) => void;

/** Longer texts are over every limit, and are not searched. */
const MAX_SEARCHED_LENGTH = 5_000;

/** Applies the rules of the data that read this part. */
export function checkText(
  part: string,
  text: unknown,
  path: string,
  data: PreflightData,
  report: Report,
): void {
  if (typeof text !== 'string' || text === '') return;
  const sent = [...text].length;
  const isSearched = text.length <= MAX_SEARCHED_LENGTH;
  const has = (pattern: string) => new RegExp(pattern, 'u').test(text);
  for (const { id, part: read, max = sent, match, forbid } of data.rules)
    if (read === part && (sent > max || (isSearched && ((match && !has(match)) || (forbid && has(forbid))))))
      report(id, path, { sent });
}

const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** Returns the names of the variables of a text, each once, in order of appearance. */
export const findVariables = (text: string | null | undefined): readonly string[] => [
  ...new Set([...(text ?? '').matchAll(VARIABLE)].map(([, name = '']) => name.trim())),
];

export const fillVariables = (text: string, getValue: (name: string) => string): string =>
  text.replace(VARIABLE, (_, name: string) => getValue(name.trim()));

export const isNumbered = (name: string): boolean => /^\d+$/.test(name);
