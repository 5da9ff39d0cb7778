import table from '../../data/private-forms.json' with { type: 'json' };
import type { Span } from '../core/spans.ts';
import { expandForm } from './form-table.ts';
import type { Known } from './known.ts';
import type { MaskedKind } from './mask-text.ts';
import {
  isUUID,
  looksLikeSecret,
  looksRandom,
  looksVeryMixed,
  looksVeryRandom,
} from './secret-shape.ts';

/** Returns false, or the number of characters before the private part. */
type Check = (match: string, known: Known) => boolean | number;

/** Tests the check digits of ISO 7064. */
function isIBAN(match: string): boolean {
  const moved = match.replace(/ /g, '').replace(/(.{4})(.*)/, '$2$1');

  const digits = moved.replace(/[A-Z]/g, (letter) =>
    String(Number.parseInt(letter, 36)),
  );

  return BigInt(digits) % 97n === 1n;
}

/** Excludes link-local addresses, words such as `bad::cafe`, and `::1`. */
const isIPv6 = (match: string): boolean =>
  !/^fe80:/i.test(match) &&
  /\d/.test(match) &&
  match.split(':').filter(Boolean).length > 1 &&
  URL.canParse(`http://[${match}]`);

/** Returns true for the Base64 of a text with a phone number, or of an old message id (two digits per byte). */
function containsNumber(word: string): boolean {
  let bytes: string;

  try {
    bytes = atob(word.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
  } catch {
    return false;
  }

  if (bytes.charCodeAt(0) !== 0x80) return /\d{7}/.test(bytes);

  const hex = Array.from(bytes.slice(1, 10), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  );

  return /^\d{8}/.test(hex.join(''));
}

const CHECKS: Readonly<Record<string, Check>> = {
  containsNumber,
  isIBAN,
  isIPv6,
  looksLikeSecret,
  looksRandom,
  looksVeryRandom,
  isNoCode: (match, { isCode }) => !isCode(match.replace(/[ -]/g, '')),
  looksRandomInPath: (match) =>
    looksRandom(match) ||
    isUUID(match) ||
    (match.length < 16 && looksVeryMixed(match)),
  looksSecret: (match) =>
    looksRandom(match) || (looksLikeSecret(match) && /^(?!\d).*\d/.test(match)),
};

function compile(entry: (typeof table.private)[number]) {
  const { kind, form, flags, check, needs, except, weak = false } = entry;

  const [needed, excluded] = [needs, except].map((own) =>
    own ? new RegExp(own, 'iu') : null,
  );

  const own = check ? CHECKS[check] : () => 0;

  if (!own)
    throw new TypeError(`private-forms.json names an unknown check: ${check}`);

  return {
    kind: kind as MaskedKind,
    pattern: new RegExp(expandForm(form), flags),
    check: (match: string, known: Known) =>
      needed?.test(match) !== false &&
      excluded?.test(match) !== true &&
      own(match, known),
    /** True if a time, version or trace id wins against it. */
    isWeak: weak,
  };
}

const privateForms = table.private.map(compile);
const KEPT_FORMS = new RegExp(
  table.kept.map(({ form }) => expandForm(form)).join('|'),
  'giu',
);

/** Finds times, versions and trace ids that look like a phone number or an address. */
export const findKeptForms = (text: string): Span[] =>
  Array.from(text.matchAll(KEPT_FORMS), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));

export function* findPrivateForms(text: string, known: Known) {
  for (const { kind, pattern, check, isWeak } of privateForms) {
    const spans = [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const skipped = check(match, known);
      // The full stop of a sentence is no part of the match.
      const end = index + match.replace(/\.$/, '').length;

      return skipped === false
        ? []
        : [
            {
              start: index + (skipped === true ? 0 : skipped),
              end,
              masked: kind,
            },
          ];
    });

    yield { spans, isWeak };
  }
}
