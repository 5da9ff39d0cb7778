import * as v from 'valibot';
import type { PreflightData } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { fillTemplate } from '../../catalogue/detail-pattern.ts';
import { isString, toArray, toRecord } from '../../core/type-guards.ts';
import { readJsonValues } from '../../structure/object-around.ts';
import { checkLoneMessage, isLoneMessage } from './check-lone-message.ts';
import { checkMessage } from './check-message.ts';
import { checkTemplate } from './check-template.ts';
import {
  type Report,
  type Template,
  templateSchema,
  type Values,
} from './template.ts';

/** Payloads nest about ten levels deep. */
const MAX_NESTING = 16;

type Root = 'template' | 'request';
export type PreflightFinding = ReturnType<typeof createFinding>;

/** `value` and `path` hold texts of the input, and are untrusted. */
function createFinding(
  rule: PreflightData['rules'][number],
  root: Root,
  path: string,
  values: Values,
  { byKey }: Catalogue,
) {
  const { id, code: key = '', hint = false, max, says, source } = rule;
  const { code = null, subcode = null } = byKey.get(key) ?? {};

  const texts = Object.entries({ max, ...values }).map(([name, value]) => [
    name,
    `${value}`,
  ]);

  const message = fillTemplate(says, Object.fromEntries(texts));

  const place = {
    in: root,
    path: path.replace(/^\./, ''),
    value: values.value || null,
  };

  return {
    rule: id,
    code,
    subcode,
    entry: key || null,
    hint,
    ...place,
    message,
    source,
  };
}

/**
 * Checks messages against their templates, or templates alone if `request` is undefined. Both are JSON, parsed or not, in any
 * wrapping: the object of the Graph API, a list, `{ data: […] }`. What can't be read is a finding of the rule `input`.
 */
export function checkPreflight(
  { template, request }: { template: unknown; request?: unknown },
  catalogue: Catalogue,
): readonly PreflightFinding[] {
  const messages = request === undefined ? null : findParts(request).messages;
  return checkParts(findParts(template).templates, messages, catalogue);
}

/** Checks a text that may hold templates and messages, with anything around them. Returns null without a template. */
export function checkPreflightText(text: string, catalogue: Catalogue) {
  const { templates, messages } = findParts(text);
  if (templates.length === 0) return null;

  const findings = checkParts(
    templates,
    messages.length > 0 ? messages : null,
    catalogue,
  );

  return { findings, hasMessage: messages.length > 0 };
}

/** Checks messages whose templates are unknown for what they show themselves. Returns null if the text is no such message. */
export function checkLoneMessages(text: string, catalogue: Catalogue) {
  const messages = [...readJsonValues(text)].flat().filter(isLoneMessage);
  if (messages.length === 0) return null;

  const findings: PreflightFinding[] = [];
  const report = createReport('request', findings, catalogue);
  for (const message of messages) checkLoneMessage(message, '', report);

  return { findings, hasMessage: true };
}

const createReport =
  (root: Root, findings: PreflightFinding[], catalogue: Catalogue): Report =>
  (id, path, values) => {
    for (const rule of catalogue.preflight.rules)
      if (rule.id === id)
        findings.push(createFinding(rule, root, path, values, catalogue));
  };

/** @param requested The messages, or null to check the templates alone. */
function checkParts(
  found: readonly Found[],
  requested: readonly Found[] | null,
  catalogue: Catalogue,
) {
  const findings: PreflightFinding[] = [];
  const data = catalogue.preflight;

  const inTemplate = createReport('template', findings, catalogue);
  const inRequest = createReport('request', findings, catalogue);

  function read(
    parts: readonly Found[],
    expected: string,
    report: typeof inTemplate,
  ) {
    if (parts.length === 0) report('input', '', { expected });

    return parts.flatMap(({ value, path }) => {
      const { success, output, issues } = v.safeParse(templateSchema, value);

      for (const { path: keys = [], expected: type } of issues ?? []) {
        const place = keys.reduce((own, { key }) => joinPath(own, key), path);
        report('input', place, { expected: type });
      }

      return success ? [{ ...output, path }] : [];
    });
  }

  const templates = read(found, 'a template with its components', inTemplate);

  if (!requested) {
    for (const one of templates) checkTemplate(one, one.path, data, inTemplate);
    return findings;
  }

  for (const message of read(
    requested,
    'a message with a template',
    inRequest,
  )) {
    const template = findTemplate(message, templates, inRequest);
    if (template)
      checkMessage(message, message.path, template, data, inRequest);
  }

  return findings;
}

/** Returns the template that a message names, or the one most like it, and reports how they differ. */
function findTemplate(
  { name, language, path }: Template & { path: string },
  templates: readonly Template[],
  report: Report,
): Template | undefined {
  const isText = isString(language);
  const code = isText ? language : toRecord(language).code;

  const named = templates.filter((one) => (one.name ?? name) === name);
  const [first] = named;
  const own = named.find((one) => (one.language ?? code) === code);

  if (!code || isText) report('language-code', `${path}.language`, {});
  else if (first && !own)
    report('template-language', `${path}.language`, { value: `${code}` });

  if (templates.length > 0 && !first)
    report('template-name', `${path}.name`, {});

  return own ?? first ?? (templates.length === 1 ? templates[0] : undefined);
}

interface Found {
  value: unknown;
  path: string;
}

const joinPath = (path: string, key: unknown) =>
  path + (/^\d+$/.test(`${key}`) ? `[${key}]` : `.${key}`);

/** Finds templates and messages in a value, at any depth, but not inside each other. */
function findParts(value: unknown) {
  const [templates, messages]: [Found[], Found[]] = [[], []];
  const seen = new Set<unknown>();

  function visit(one: unknown, path: string, depth: number) {
    if (
      typeof one !== 'object' ||
      one === null ||
      seen.has(one) ||
      depth > MAX_NESTING
    )
      return;

    seen.add(one);

    const { language, components, name } = toRecord(one);
    const own = toArray(components);

    const hasValues = own.some(
      (part) => toRecord(part).parameters ?? toRecord(part).sub_type,
    );

    const isBare = path.endsWith('.template') && own.length === 0;
    const isNamed = isString(name) && (isBare || toRecord(language).code);

    if (hasValues || isNamed) messages.push({ value: one, path });
    else if (Array.isArray(components)) templates.push({ value: one, path });
    else
      for (const [key, inner] of Object.entries(one))
        visit(inner, joinPath(path, key), depth + 1);
  }

  for (const root of isString(value) ? readJsonValues(value) : [value])
    visit(root, '', 0);

  return { templates, messages };
}
