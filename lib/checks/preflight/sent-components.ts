import type { PreflightData } from '../../../data/schema.ts';
import { toRecord } from '../../core/type-guards.ts';
import {
  type createTextCheck,
  type Report,
  type Template,
  type TemplateComponent,
  type TemplateParameter,
  type TemplatePart,
  walkComponents,
} from './template.ts';

/** The check of one message against its template. */
export interface MessageCheck {
  template: Template;
  data: PreflightData;
  report: Report;
  checkText: ReturnType<typeof createTextCheck>;
  /** The components of the message, and their path. */
  components: Template['components'];
  path: string;
  isAuthentication: boolean;
  /** The cards of the template, and an empty name for what is outside of cards. */
  cards: ReadonlySet<string>;
  /** Paths of the components of each card of the message. */
  paths: Map<string, string>;
  /** The components of the message that no part of the template has taken yet. */
  left: Map<string, TemplateComponent & { path: string }>;
}

export const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';

const toTyped = (value: unknown) => `${typeof value}:${toText(value)}`;

/** Reads the components of the message, and checks their parameters. */
export function readSentComponents(run: MessageCheck): void {
  const { components, path, paths, left, cards, report } = run;

  paths.set('', path);

  for (const part of walkComponents(components, path)) {
    const { component, path: own, card } = part;
    const key = getKey(part);

    paths.set(card, own.replace(/\[\d+\]$/, ''));
    if (left.has(key)) report('component-twice', own, {});
    if (cards.has(card)) left.set(key, { ...component, path: own });

    for (const [at, parameter] of component.parameters.entries())
      checkParameter(run, parameter, `${own}.parameters[${at}]`);
  }
}

function getKey({ component: { type, index }, card }: TemplatePart): string {
  return type === 'button'
    ? `${card} ${type} ${toText(index)}`
    : `${card} ${type}`;
}

/** Takes what the message sends for a part of the template. The path is that of the part if it sends nothing. */
export function takeSent(
  { left, paths, path, components }: MessageCheck,
  key: string,
) {
  const component = left.get(key);

  left.delete(key);

  const [card = ''] = key.split(' ');
  const types = [...components.map(({ type }) => type), 'carousel'];
  const carousel = `${path}[${types.indexOf('carousel')}]`;

  return {
    component,
    parameters: component?.parameters ?? [],
    path:
      component?.path ??
      paths.get(card) ??
      `${carousel}.cards[${card}].components`,
  };
}

function checkParameter(
  { data, report, checkText }: MessageCheck,
  parameter: TemplateParameter,
  path: string,
): void {
  const { type } = parameter;
  const value = parameter[type];
  const own = `${path}.${type}`;

  const isKnownType = Object.hasOwn(data.parameters, type);
  const fields = isKnownType ? Object.entries(data.parameters[type] ?? {}) : [];

  if (typeof value === 'number') report('value-number', own, {});

  const isEmpty = fields.length > 0 ? !value : toText(value).trim() === '';

  if (isKnownType && isEmpty) {
    report('parameter-empty', path, {});
    return;
  }

  checkText('value', value, own);

  const kind = type === 'action' ? type : 'parameter';

  for (const [names, form] of fields)
    if (!hasField(value, names, form))
      report(`${kind}-field`, own, { expected: type, value: names });
}

/** @param names Alternatives: `id|link`. */
function hasField(value: unknown, names: string, form: string): boolean {
  const fields = toRecord(value);

  return names
    .split('|')
    .some((name) => new RegExp(form).test(toTyped(fields[name])));
}
