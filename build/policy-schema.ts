import { toJsonSchema } from '@valibot/to-json-schema';
import { object } from 'valibot';
import { policyFields } from '../lib/settings/policy-schema.ts';

export const POLICY_SCHEMA = 'policy.json';

/**
 * Generates a schema with types only. Chromium silently drops a whole field if one item is invalid; Errata's own
 * validation keeps the other items and reports the problem.
 */
export function chromiumPolicySchema(): string {
  const { properties } = toJsonSchema(object(policyFields), { errorMode: 'ignore' });
  const kept = ['type', 'properties', 'items', 'additionalProperties', ...Object.keys(policyFields)];
  return JSON.stringify({ type: 'object', properties }, kept);
}
