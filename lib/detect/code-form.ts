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

const HTTP_STATUS = /^(?:20[0-6]|30[0-8]|40\d|41[0-8]|42[1-9]|451|50[0-4])$/;

/** The forms of a number, the first that fits. */
const NUMBER_FORMS: readonly (readonly [CodeForm, RegExp])[] = [
  ['seven-digits', /^-?\d{7,}$/],
  ['six-digits', /^-?\d{6}$/],
  ['round', /^[1-9]0{3,}$/],
  ['five-rare', /^(?:63[01]\d\d|8000[78])$/],
  ['five-digits', /^-?\d{5}$/],
  ['year', /^(?:19[89]\d|20[0-4]\d)$/],
  ['four-digits', /^-?\d{4}$/],
  ['zero', /^0+$/],
  ['few-digits', /^-?\d{1,2}$/],
  ['http-status', HTTP_STATUS],
];

export function getCodeForm({ code, kind, meanings }: WrittenCode): CodeForm {
  if (kind === 'range') {
    const [from = ''] = code.split('-', 1);
    const isNew = meanings.length === 0 && looksLikeProviderCode(from);
    return isNew ? 'unknown-like' : 'range';
  }

  if (kind === 'symbol')
    return isEverydayWord(code, meanings) ? 'word' : 'symbol';

  if (meanings.length === 0)
    return looksLikeProviderCode(code) ? 'unknown-like' : 'unknown';

  const [form] = NUMBER_FORMS.find(([, digits]) => digits.test(code)) ?? [];

  return form ?? 'three-digits';
}

/** Returns true for the name of a state, and for one word in one case. */
const isEverydayWord = (
  code: string,
  meanings: WrittenCode['meanings'],
): boolean =>
  !/[_-]|[a-z][A-Z]/.test(code) ||
  meanings.every(({ state, code: own }) => state && own === code);

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

export const isHttpStatus = (code: string): boolean => HTTP_STATUS.test(code);
