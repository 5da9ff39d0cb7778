import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type CodeContext, rankEntries } from '../../catalogue/rank-entries.ts';
import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import { createFieldPattern } from '../../structure/field-names.ts';

/** A code that a provider passes on: `whatsappApiError":{"code":"131056"`, `"meta_error_code":"131026"`. */
const FORWARDED_CODE = anyOf(
  [
    joinPatterns([
      [
        /(?:whatsappApiError|meta_?error|meta_?err)[^}]{0,120}?code/,
        /meta_?(?:error_?)?code/,
        /whatsapp_?(?:error_?)?code/,
      ],
      /[^\w}]{1,10}(\d{1,7})(?!\d)/,
    ]),
    /\(#(\d{1,7})\)/,
  ],
  'i',
);

/** Returns the Meta code that a provider's code wraps in the text around both, which is untrusted. */
export function findWrappedEntry(
  entry: Entry,
  context: CodeContext,
  catalogue: Catalogue,
): Entry | null {
  const { nearby = '' } = context;
  if (entry.provider === 'meta' || !nearby.includes(entry.code)) return null;

  const code = findWrappedCode(nearby);
  if (!code || code === entry.code) return null;

  const ranked = rankEntries(code, catalogue, { ...context, provider: 'meta' });

  return ranked.find((one) => one.entry.provider === 'meta')?.entry ?? null;
}

export function findWrappedCode(nearby: string): string | undefined {
  const found = FORWARDED_CODE.exec(nearby);
  return found?.[1] ?? found?.[2];
}

/** Matches the `code` key of the same object, `"code": 100,`, but not `"error_subcode"`. */
const OBJECT_CODE = createFieldPattern('code', String.raw`\d{1,6}(?!\d)`);
/** Matches a code directly before its subcode: `(#100, subcode 2494067)`, `190 with subcode 463`. */
const WRITTEN_SUBCODE =
  /(\d{1,6})[\s,()*`"']{1,4}(?:with |con |com )?(?:error[\s_])?sub-?_?code$/i;
const MAX_CONTEXT_UNITS = 300;

export function findParentEntry(
  code: string,
  context: CodeContext,
  catalogue: Catalogue,
): Entry | null {
  const parent = findParentCode(code, context.nearby ?? '');
  return parent
    ? (rankEntries(parent, catalogue, context)[0]?.entry ?? null)
    : null;
}

export function findParentCode(code: string, nearby: string): string | null {
  if (!/^\d{1,7}$/.test(code)) return null;

  const key = new RegExp(`sub_?code[^\\w]{1,8}${code}(?!\\d)`, 'i').exec(
    nearby,
  );

  if (!key) return null;

  const before = nearby.slice(
    Math.max(0, key.index - MAX_CONTEXT_UNITS),
    key.index,
  );

  const after = nearby.slice(key.index, key.index + MAX_CONTEXT_UNITS);

  const parent =
    WRITTEN_SUBCODE.exec(`${before}subcode`)?.[1] ??
    OBJECT_CODE.exec(before.split('{').at(-1) ?? '')?.[1] ??
    OBJECT_CODE.exec(after.split('}', 1)[0] ?? '')?.[1];

  return !parent || parent === code ? null : parent;
}
