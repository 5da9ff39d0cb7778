import * as v from 'valibot';
import { LANGUAGE_CODES } from '../language/languages.ts';
import { asRecord, type Managed } from './policy.ts';
import { faultOf, fields, hostSchema, noteKeySchema, noteSchema } from './schema.ts';
import { MAX_NOTES, MAX_SITES } from './settings.ts';

const PATTERN = /^https?:\/\/(\*\.)?[a-z0-9.-]+\/\*$/i;

/** What a policy may hold. The build makes Chromium's schema from it (`build/policy-schema.ts`). */
export const policyFields = {
  ...fields,
  sync: v.boolean(),
  // Chromium takes no schema of two types.
  language: v.picklist(LANGUAGE_CODES),
  pausedHosts: v.pipe(v.array(hostSchema), v.maxLength(MAX_SITES, `it holds more than ${MAX_SITES}`)),
  providerByHost: v.pipe(
    v.record(hostSchema, v.string()),
    v.maxEntries(MAX_SITES, `it holds more than ${MAX_SITES}`),
  ),
  notes: v.pipe(
    v.record(noteKeySchema, noteSchema),
    v.maxEntries(MAX_NOTES, `it holds more than ${MAX_NOTES}`),
  ),
  sites: v.array(v.pipe(v.string(), v.regex(PATTERN, 'must be like https://crm.example.com/*'))),
};

/** Checks what the browser hands over, since Firefox checks nothing. Leaves out what is wrong: a field, or an item of one. Never throws. */
export function checkPolicy(given: unknown): Managed {
  const policy: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [field, value] of Object.entries(asRecord(given))) {
    const schema = Object.hasOwn(policyFields, field) && policyFields[field as keyof typeof policyFields];
    const issues = schema ? (v.safeParse(schema, value).issues ?? []) : [];
    if (!schema) problems.push(`“${field}”: Errata knows no such field`);
    for (const issue of issues)
      problems.push(`“${[field, v.getDotPath(issue)].filter(Boolean).join('.')}”: ${faultOf(issue)}`);
    if (!schema || issues.some(({ path }) => !path)) continue;
    const wrong = new Set(issues.map(({ path }) => String(path?.[0].key)));
    const left = Object.entries(asRecord(value)).filter(([key]) => !wrong.has(key));
    const mended = Array.isArray(value) ? left.map(([, item]) => item) : Object.fromEntries(left);
    policy[field] = v.parse(schema, wrong.size > 0 ? mended : value);
  }
  return { policy, problems };
}
