import * as v from 'valibot';
import { type Catalogue, createCatalogue } from '../catalogue/catalogue.ts';
import { withOwnCodes } from '../catalogue/own-codes.ts';
import { LANGUAGE_CODES } from '../core/i18n/languages.ts';
import { t } from '../core/i18n/translate.ts';
import { toRecord } from '../core/type-guards.ts';
import type { Policy } from './apply-policy.ts';
import { parseFields } from './parse-settings.ts';
import { settingFields, settingLists, textSchema } from './settings-schema.ts';

/** Matches a code that the catalogue may not have. A note on it uses the code itself as its key. */
const UNLISTED_CODE = /^(?=.*[\d_])[\w.-]+$/;
const MATCH_PATTERN = /^https?:\/\/(\*\.)?[a-z0-9.-]+\/\*$/i;

/** Fields of a policy. The build generates Chromium's schema from them (`build/manifest.ts`). */
export const policyFieldSchemas = {
  ...settingFields,
  ...settingLists,
  sync: v.boolean(),
  // Not nullable, because Chromium's schemas do not support union types.
  language: v.picklist(LANGUAGE_CODES),
  sites: v.array(
    textSchema(v.string(), MATCH_PATTERN, () =>
      t('must be a pattern such as $1', 'https://crm.example.com/*'),
    ),
  ),
};

/** Validates a policy, since Firefox does not: drops and describes what is invalid. Opens the catalogue only for names. */
export function checkPolicy(given: unknown, open?: () => Catalogue) {
  const { fields, problems: invalid } = parseFields(
    policyFieldSchemas,
    toRecord(given),
  );
  const policy: Policy = fields;

  const unknown = Object.keys(toRecord(given)).filter(
    (field) => !Object.hasOwn(policyFieldSchemas, field),
  );

  const problems = [
    ...unknown.map((field) => [field, t('not a known setting')]),
    ...invalid.map(({ path, why }) => [path, why]),
  ];

  const { providerByHost = {}, notes = {}, ownCodes = [] } = policy;

  if (open && Object.keys({ ...providerByHost, ...notes }).length > 0) {
    // Notes and sites may refer to own codes.
    const catalogue =
      ownCodes.length > 0
        ? createCatalogue(withOwnCodes(open(), ownCodes))
        : open();

    const isUnlisted = (key: string) =>
      UNLISTED_CODE.test(key) && catalogue.meaningsOf(key).length === 0;

    const unknownNames = [
      ...Object.entries(providerByHost)
        .filter(([, id]) => !catalogue.provider(id))
        .map(
          ([host, id]) =>
            [
              'providerByHost',
              host,
              t('$1 isn’t a known provider', `“${id}”`),
            ] as const,
        ),
      ...Object.keys(notes)
        .filter((key) => !catalogue.byKey.has(key) && !isUnlisted(key))
        .map(
          (key) =>
            [
              'notes',
              key,
              t('no code has this key, so the note would never appear'),
            ] as const,
        ),
    ];

    for (const [field, key, why] of unknownNames) {
      Reflect.deleteProperty(toRecord(fields[field]), key);
      problems.push([`${field}.${key}`, why]);
    }
  }

  return {
    policy,
    problems: problems.map(([path, why]) => `“${path}”: ${why}`),
  };
}
