import { isString, toRecord } from '../../core/type-guards.ts';
import type { Report } from './template.ts';

/** Payloads nest about ten levels deep. */
const MAX_NESTING = 16;

/** A business-scoped user ID: a country, a dot, letters and digits. */
const USER_ID = /^[A-Z]{2}\.\w+$/;

/** What a template engine prints for a value that is not there. */
const EMPTY_TEXTS: readonly string[] = ['', 'undefined', 'null', 'NaN'];

/** Whether an object is a message to send, and not one of a webhook. */
export function isLoneMessage(value: unknown): boolean {
  const { to, recipient, type, messaging_product } = toRecord(value);
  const isAddressed = isString(to) || isString(recipient);

  return isAddressed && (isString(type) || isString(messaging_product));
}

/** Checks what a message shows without its template: a user ID in place of a number, and empty values. */
export function checkLoneMessage(
  message: unknown,
  path: string,
  report: Report,
): void {
  const { to } = toRecord(message);
  const isUserId = isString(to) && USER_ID.test(to);
  if (isUserId) report('recipient-user-id', `${path}.to`, {});

  reportEmptyValues(message, path, report);
}

function reportEmptyValues(
  value: unknown,
  path: string,
  report: Report,
  depth = 0,
): void {
  if (isEmpty(value)) report('value-empty', path, {});
  if (typeof value !== 'object' || value === null || depth > MAX_NESTING)
    return;

  for (const [key, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `[${key}]` : `.${key}`;
    reportEmptyValues(inner, path + place, report, depth + 1);
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || (isString(value) && EMPTY_TEXTS.includes(value.trim()));
