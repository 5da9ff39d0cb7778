import type { Entry } from '../../data/schema.ts';
import wording from '../../data/wording.json' with { type: 'json' };
import type { Masked } from '../../lib/explain/masked.ts';

export const relationWords = wording.relation;

/** Of a code behind another that no source names. */
export const inferredWords = 'as Errata reads it';

/** How far to trust an entry without a second source, and whether one was looked for. */
export function confidenceWords({
  confidence,
  checked,
}: Pick<Entry, 'confidence' | 'checked'>): string | null {
  if (confidence === 'confirmed') return null;
  if (confidence === 'inferred') return 'Inferred by Errata from the sources.';
  if (checked?.found === 'name') return 'One source has the number; the other knows only the name.';
  return `No second publisher says what it means${checked ? `; looked for one on ${dateWords(checked.on)}` : ''}.`;
}

/** `8 sources agree`, and what is apart from that: `1 gives another HTTP status`, `4 do not agree`. */
export function sourceCount(
  agree: number,
  otherHttp: number,
  against: number,
): { agree: string; apart: string } {
  const not = against === 1 ? '1 does not' : `${against} do not`;
  const http = otherHttp === 1 ? '1 gives another HTTP status' : `${otherHttp} give another HTTP status`;
  const apart = otherHttp === 0 ? [not] : against === 0 ? [http] : [http, `${not} agree`];
  return {
    agree: agree === 1 ? '1 source agrees' : `${agree} sources agree`,
    apart: otherHttp + against === 0 ? '' : apart.join(', '),
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function dateWords(date: string): string {
  const [year = '', month = '', day] = date.split('-');
  return [day && String(Number(day)), MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** `Two meanings`. */
export function countWords(meanings: number): string {
  return `${NUMBERS[meanings] ?? meanings} ${meanings === 0 || meanings === 1 ? 'meaning' : 'meanings'}`;
}

/** `five`, and figures from ten on. */
export function numberWords(count: number): string {
  return NUMBERS[count]?.toLowerCase() ?? String(count);
}

/** What a reader is asked where the evidence does not decide. */
export const questionWords = wording.question;

const MASKED_WORDS: Readonly<Record<Masked, readonly string[]>> = wording.masked;

/** `2 phone numbers, 1 token`. */
export function maskedWords(kinds: readonly Masked[]): string {
  const byKind = [...Map.groupBy(kinds, (kind) => kind)];
  const words = byKind.map(([kind, { length }]) => `${length} ${MASKED_WORDS[kind][length === 1 ? 0 : 1]}`);
  return words.join(', ') || 'nothing now';
}
