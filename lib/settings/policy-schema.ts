import * as v from 'valibot';
import { type Catalogue, createCatalogue } from '../catalogue/catalogue.ts';
import { withOwnCodes } from '../catalogue/own-codes.ts';
import { isString, toRecord } from '../core/type-guards.ts';
import { LANGUAGE_CODES } from '../i18n/languages.ts';
import { t } from '../i18n/translate.ts';
import type { ManagedPolicy } from './policy.ts';
import { describeIssue, ownCodeSchema, settingFields, settingLists } from './settings-schema.ts';

const MATCH_PATTERN = /^https?:\/\/(\*\.)?[a-z0-9.-]+\/\*$/i;

/** Fields of a policy. The build generates Chromium's schema from them (`build/manifest.ts`). */
export const policyFieldSchemas = {
  ...settingFields,
  ...settingLists,
  sync: v.boolean(),
  // Not nullable, because Chromium's schemas do not support union types.
  language: v.picklist(LANGUAGE_CODES),
  sites: v.array(
    v.pipe(
      v.string(),
      v.regex(MATCH_PATTERN, () => t('must be a pattern such as $1', 'https://crm.example.com/*')),
    ),
  ),
};

/**
 * Validates a managed policy, since Firefox does not. Drops invalid fields and items, and describes them in `problems`. Never throws.
 *
 * @param open Opens the catalogue. Called only if names in the policy must be checked, since the background does not keep it open. Without
 * it, names are not checked.
 */
export function checkPolicy(given: unknown, open?: () => Catalogue): ManagedPolicy {
  const policy: Record<string, unknown> = {};
  // So that notes and sites may refer to them.
  const own = Object.values(toRecord(toRecord(given).ownCodes)).filter((one) => v.is(ownCodeSchema, one));
  let opened: Catalogue | undefined;
  const openWithOwn = (open: () => Catalogue) => {
    opened ??= own.length > 0 ? createCatalogue(withOwnCodes(open(), own)) : open();
    return opened;
  };
  const problems: string[] = [];
  for (const [field, value] of Object.entries(toRecord(given))) {
    const schema =
      Object.hasOwn(policyFieldSchemas, field) &&
      policyFieldSchemas[field as keyof typeof policyFieldSchemas];
    const issues = schema ? (v.safeParse(schema, value).issues ?? []) : [];
    if (!schema) problems.push(`“${field}”: ${t('isn’t a known setting')}`);
    for (const issue of issues)
      problems.push(`“${[field, v.getDotPath(issue)].filter(Boolean).join('.')}”: ${describeIssue(issue)}`);
    if (!schema || issues.some(({ path }) => !path)) continue;
    const unknown = open ? findUnknownItems(field, value, () => openWithOwn(open)) : [];
    problems.push(...unknown.map(([item, why]) => `“${field}.${item}”: ${why}`));
    const wrong = new Set([
      ...issues.map(({ path }) => String(path?.[0].key)),
      ...unknown.map(([item]) => item),
    ]);
    const left = Object.entries(toRecord(value)).filter(([key]) => !wrong.has(key));
    const mended = Array.isArray(value) ? left.map(([, item]) => item) : Object.fromEntries(left);
    policy[field] = v.parse(schema, wrong.size > 0 ? mended : value);
  }
  return { policy, problems };
}

/** Matches a code that the catalogue does not have. A note on it uses the code itself as its key. */
const UNLISTED_CODE = /^(?=.*[\d_])[\w.-]+$/;

/** Returns items that refer to something the catalogue does not have, and so have no effect. */
function findUnknownItems(
  field: string,
  value: unknown,
  open: () => Catalogue,
): [item: string, why: string][] {
  const items = Object.entries(toRecord(value));
  if (field === 'providerByHost')
    return items
      .filter(([, id]) => isString(id) && !open().provider(id))
      .map(([host, id]) => [host, t('$1 isn’t a known provider', `“${id}”`)]);
  const isUnlisted = (key: string) => UNLISTED_CODE.test(key) && open().meaningsOf(key).length === 0;
  return items
    .filter(([key]) => field === 'notes' && !open().byKey.has(key) && !isUnlisted(key))
    .map(([key]) => [key, t('no code has this key, so the note would never appear')]);
}
