import { toJsonSchema } from '@valibot/to-json-schema';
import { object } from 'valibot';
import { policyFields } from '../lib/settings/policy-schema.ts';

export const POLICY_SCHEMA = 'policy.json';

/** The types alone: Chromium leaves out a whole field for one wrong item and tells nobody, where our own check keeps the rest and says why. */
export function chromiumPolicySchema(): string {
  const { properties } = toJsonSchema(object(policyFields), { errorMode: 'ignore' });
  const kept = ['type', 'properties', 'items', 'additionalProperties', ...Object.keys(policyFields)];
  return JSON.stringify({ type: 'object', properties }, kept);
}
