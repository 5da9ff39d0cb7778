/** The forms of numbers and words. Common ones need more evidence. The order is the model's. */
export const CODE_FORMS = [
  'six-digits',
  'seven-digits',
  'five-rare',
  'five-digits',
  'four-digits',
  'year',
  'round',
  'three-digits',
  'http-status',
  'few-digits',
  'zero',
  'range',
  'symbol',
  'word',
  'unknown-like',
  'unknown',
] as const;
export type CodeForm = (typeof CODE_FORMS)[number];

interface WrittenCode {
  code: string;
  kind: 'number' | 'range' | 'symbol';
  meanings: readonly { code: string; state: boolean }[];
}

export function getCodeForm({ code, kind, meanings }: WrittenCode): CodeForm {
  if (kind === 'range')
    return meanings.length === 0 &&
      looksLikeProviderCode(code.split('-', 1)[0] ?? '')
      ? 'unknown-like'
      : 'range';

  if (kind === 'symbol') {
    const everyday =
      meanings.every(({ state, code: own }) => state && own === code) ||
      !/[_-]|[a-z][A-Z]/.test(code);
    return everyday ? 'word' : 'symbol';
  }

  if (meanings.length === 0)
    return looksLikeProviderCode(code) ? 'unknown-like' : 'unknown';

  const digits = code.replace('-', '').length;
  if (digits >= 7) return 'seven-digits';
  if (digits === 6) return 'six-digits';
  if (/^[1-9]0{3,}$/.test(code)) return 'round';
  if (/^(?:63[01]\d\d|8000[78])$/.test(code)) return 'five-rare';
  if (digits === 5) return 'five-digits';
  if (/^(?:19[89]\d|20[0-4]\d)$/.test(code)) return 'year';
  if (digits === 4) return 'four-digits';
  if (/^0+$/.test(code)) return 'zero';
  if (digits < 3) return 'few-digits';

  return isHttpStatus(code) ? 'http-status' : 'three-digits';
}

/** Returns true for forms that are rarely anything but a code. */
export const isRareForm = (form: CodeForm): boolean =>
  form === 'six-digits' || form === 'five-rare';

/** Returns true for rare forms and for Meta's seven-digit subcodes. */
export const isRareOrSubcode = (form: CodeForm): boolean =>
  isRareForm(form) || form === 'seven-digits';

export const isLongForm = (form: CodeForm): boolean =>
  isRareForm(form) || form === 'five-digits';

/** Returns true for numbers in the ranges of Meta, Graph's product limits (800…) and Twilio. */
export const looksLikeProviderCode = (code: string): boolean =>
  /^(?:13\d{4}|14\d{4}|2[34589]\d{5}|2655\d{3}|63[01]\d\d|800(?:0[1-9]|1[0-4]))$/.test(
    code,
  );

/** Returns true for Bird's errors: an E and five digits, except Twilio's codes that people write with an E. */
export const isBirdCode = (word: string): boolean =>
  /^E(?!63[01]\d\d)\d{5}$/.test(word);

export function isHttpStatus(code: string): boolean {
  return /^(?:20[0-6]|30[0-8]|40\d|41[0-8]|42[1-9]|451|50[0-4])$/.test(code);
}
