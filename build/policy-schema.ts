import { toJsonSchema } from '@valibot/to-json-schema';
import { object } from 'valibot';
import { policyFieldSchemas } from '../lib/settings/policy-schema.ts';

export const POLICY_SCHEMA_FILE = 'policy.json';

/**
 * Generates a schema with types only. Chromium 156 silently drops a whole field if one item is invalid; Errata's own
 * validation keeps the other items and reports the problem. To reproduce: set a policy
 * with an item that violates the schema, and read `storage.managed`.
 */
export function createChromiumPolicySchema(): string {
  const { properties } = toJsonSchema(object(policyFieldSchemas), { errorMode: 'ignore' });
  const kept = ['type', 'properties', 'items', 'additionalProperties', ...Object.keys(policyFieldSchemas)];
  return JSON.stringify({ type: 'object', properties }, kept);
}
