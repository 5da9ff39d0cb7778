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

/** `Two meanings`. */
export function countWords(meanings: number): string {
  const words = [
    'No meaning',
    'One meaning',
    'Two meanings',
    'Three meanings',
    'Four meanings',
    'Five meanings',
  ];
  return words[meanings] ?? `${meanings} meanings`;
}

/** What a reader is asked where the evidence does not decide. */
export const questionWords = {
  provider: 'Which provider sends for you?',
  variant: 'Which of these fits what you see?',
} as const;
