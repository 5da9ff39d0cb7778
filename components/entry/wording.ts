import type { Entry, Owner, Provider } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';

export function turnWords(
  { verdict, success }: Pick<Entry, 'verdict' | 'success'>,
  provider?: Provider,
): string {
  if (success) return 'All is well';
  const name = verdict.turn === 'provider' && provider ? provider.name : verdict.turn;
  return {
    you: 'Your turn',
    recipient: 'The recipient’s turn',
    meta: 'Meta’s turn',
    provider: `${name}’s turn`,
    nobody: 'Nobody’s turn',
  }[verdict.turn];
}

export function retryWords({ retry, wait }: Entry['verdict']): string {
  return {
    no: 'do not retry',
    'after-fix': 'retry after the fix',
    later: wait ? `retry after ${wait}` : 'retry later',
    backoff: wait ? `retry after ${wait}, then with longer pauses` : 'retry with longer and longer pauses',
    once: 'retry once',
  }[retry];
}

export const ownerWords: Record<Owner, string> = {
  operator: 'operator',
  admin: 'admin',
  developer: 'developer',
  provider: 'provider',
  meta: 'Meta',
  customer: 'customer',
};

export const relationWords = {
  successor: 'Now',
  predecessor: 'Before',
  'same-cause': 'Same cause',
  behind: 'Behind it',
  confused: 'Often confused with',
  'see-also': 'See also',
} as const;

export const confidenceWords = {
  confirmed: 'More than one source says so.',
  'single-source': 'One source only.',
  inferred: 'Inferred by Errata from the sources.',
} as const;

export function sourceCount(agree: number, against: number): { agree: string; against: string } {
  return {
    agree: agree === 1 ? '1 source agrees' : `${agree} sources agree`,
    against: against === 1 ? '1 does not' : `${against} do not`,
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function dateWords(date: string): string {
  const [year = '', month = '', day] = date.split('-');
  return [day && String(Number(day)), MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

export function meaningCount({ others }: Explanation): string {
  const words = ['', 'One meaning', 'Two meanings', 'Three meanings', 'Four meanings', 'Five meanings'];
  return words[others.length + 1] ?? `${others.length + 1} meanings`;
}

export function asText(
  { code, entry }: Explanation,
  catalogue: Catalogue,
  form: 'text' | 'markdown',
): string {
  if (!entry) return `${code}: not in the catalogue of Errata.`;
  const head = form === 'text' ? `${code} ${entry.title}` : `**\`${code}\` ${entry.title}**`;
  return `${head} (${catalogue.apiName(entry)}). ${turnWords(entry, catalogue.provider(entry.provider))}: ${entry.next}`;
}
