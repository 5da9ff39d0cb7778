import type { PreflightData } from '../../../data/schema.ts';
import { toRecord } from '../../core/type-guards.ts';
import {
  createTextCheck,
  fillVariables,
  findVariables,
  isNumbered,
  type Report,
  type Template,
  type TemplateComponent,
  type TemplateParameter,
  walkComponents,
} from './template.ts';

const TEXT_TYPES = ['text', 'currency', 'date_time'];
/** The body that Meta gives to an authentication template. */
const AUTHENTICATION_BODY = '{{1}}';
const MAX_CARDS = 10;

const toText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
const toTyped = (value: unknown) => `${typeof value}:${toText(value)}`;

export function checkMessage(
  { components }: Template,
  path: string,
  template: Template,
  data: PreflightData,
  report: Report,
): void {
  const isAuthentication = template.category === 'authentication';
  const place = `${path}.components`;
  const fieldsByType = new Map(Object.entries(data.parameters));
  const check = createTextCheck(data, report);
  const parts = [...walkComponents(withSentCards(template, components), '')];
  const cards = new Set(['', ...parts.map(({ card }) => card)]);

  const carouselAt = [
    ...components.map(({ type }) => type),
    'carousel',
  ].indexOf('carousel');

  /** Paths of the components of each card of the message. */
  const places = new Map([['', place]]);
  /** The components of the message that no part of the template has taken yet. */
  const left = new Map<string, TemplateComponent & { path: string }>();

  for (const { component, path: own, card } of walkComponents(
    components,
    place,
  )) {
    const { type, index, parameters } = component;

    places.set(card, own.replace(/\[\d+\]$/, ''));

    const key = `${card} ${type}${type === 'button' ? ` ${toText(index)}` : ''}`;
    if (left.has(key)) report('component-twice', own, {});
    if (cards.has(card)) left.set(key, { ...component, path: own });

    for (const [at, parameter] of parameters.entries())
      checkParameter(parameter, `${own}.parameters[${at}]`);
  }

  function take(key: string) {
    const component = left.get(key);

    left.delete(key);

    const [card = ''] = key.split(' ');

    const where =
      component?.path ??
      places.get(card) ??
      `${place}[${carouselAt}].cards[${card}].components`;

    return { component, parameters: component?.parameters ?? [], where };
  }

  function checkParameter(parameter: TemplateParameter, where: string) {
    const { type } = parameter;
    const fields = Object.entries(fieldsByType.get(type) ?? {});
    const [value, own] = [parameter[type], `${where}.${type}`];
    if (typeof value === 'number') report('value-number', own, {});

    if (
      fieldsByType.has(type) &&
      (fields.length > 0 ? !value : toText(value).trim() === '')
    )
      return report('parameter-empty', where, {});

    check('value', value, own);

    for (const [names, form] of fields)
      if (
        !names
          .split('|')
          .some((name) => new RegExp(form).test(toTyped(toRecord(value)[name])))
      )
        report(`${type === 'action' ? type : 'parameter'}-field`, own, {
          expected: type,
          value: names,
        });
  }

  function checkVariables(
    key: string,
    part: string,
    text: string,
    limit: string,
  ) {
    const { parameters, where } = take(key);
    const names = findVariables(text);
    const isNamed = !names.every(isNumbered);
    const given = parameters.map(({ parameter_name }) => parameter_name ?? '');

    const missing =
      isNamed && !given.includes('')
        ? names.filter((name) => !given.includes(name))
        : [];

    for (const value of missing)
      report('variable-missing', where, { part, value });

    if (given.length !== names.length && missing.length === 0)
      report('variable-count', where, {
        part,
        expected: names.length,
        sent: given.length,
      });

    for (const [at, { type }] of parameters.entries()) {
      const [own, value] = [`${where}.parameters[${at}]`, given[at] ?? ''];
      if (!isNamed && value && names.length > 0)
        report('variable-named', own, { part, value });

      if (isNamed && !names.includes(value))
        report(value ? 'variable-unknown' : 'variable-unnamed', own, {
          part,
          value,
        });

      if (!TEXT_TYPES.includes(type))
        report('parameter-type', own, { part, expected: 'text', value: type });
    }

    const filled = fillVariables(text, (name) => {
      const parameter =
        parameters[isNamed ? given.indexOf(name) : Number(name) - 1];
      const value = parameter?.[parameter.type];
      return toText(value) || toText(toRecord(value).fallback_value);
    });

    check(`filled-${limit}`, filled, where);
  }

  /** Checks what a header with a file, a button or an offer takes. */
  function checkValue(
    key: string,
    part: string,
    slot: Omit<PreflightData['buttons'][number], 'type'>,
    index = 0,
  ) {
    const { sends, parameter, needs, missing = `${part}-missing` } = slot;
    const { component, parameters, where } = take(key);
    const [first] = parameters;
    const expected = sends ?? parameter;

    if (needs === 'component' ? !component : needs && !first)
      report(missing, where, { index, expected });

    if (sends && component && component.sub_type !== sends)
      report('button-type', `${where}.sub_type`, {
        index,
        expected,
        value: component.sub_type,
      });

    if (first && !parameter)
      report('button-parameters', `${where}.parameters`, { index });
    else if (first && first.type !== parameter)
      report('parameter-type', `${where}.parameters[0]`, {
        part,
        expected: parameter,
        value: first.type,
      });

    if (parameters.length > 1)
      report('values-many', `${where}.parameters`, {
        part,
        sent: parameters.length,
      });

    if (!isAuthentication)
      check(`${parameter}-value`, first?.text ?? first?.coupon_code, where);
  }

  check('status', template.status, `${path}.name`);

  for (const { component, card } of parts) {
    const { type, format, text, buttons, cards: own } = component;
    const key = `${card} ${type}`;

    if (type === 'header' && format && format !== 'text')
      checkValue(
        key,
        type,
        fieldsByType.has(format) ? { parameter: format, needs: 'value' } : {},
      );
    else if (type === 'header' || type === 'body') {
      const limit = card
        ? `card-${type}`
        : template.components.length === 1
          ? 'body-alone'
          : type;

      checkVariables(
        key,
        type,
        text ?? (isAuthentication ? AUTHENTICATION_BODY : ''),
        limit,
      );
    } else if (type === 'limited_time_offer') {
      const isEnding =
        toRecord(component.limited_time_offer).has_expiration === true;

      checkValue(key, 'offer', {
        parameter: type,
        needs: isEnding ? 'value' : undefined,
      });
    } else if (type === 'carousel') {
      const sent = take(key).component?.cards?.length ?? 0;
      if (sent !== own?.length)
        report('cards-count', place, { expected: own?.length, sent });

      for (const [one, where] of places)
        if (!cards.has(one))
          report(
            'card-unknown',
            where.replace(/components$/, 'card_index'),
            {},
          );
    }

    for (const [index, { type: kind, url }] of buttons.entries()) {
      const slot = data.buttons.find((one) => one.type === kind);

      const isFixed =
        slot?.needs === 'variable' && findVariables(url).length === 0;

      if (!slot) take(`${card} button ${index}`);
      else
        checkValue(
          `${card} button ${index}`,
          'button',
          isFixed ? { sends: slot.sends } : slot,
          index,
        );
    }
  }

  for (const { type, path: own } of left.values())
    report(
      `${type === 'button' || type === 'header' ? type : 'component'}-unknown`,
      own,
      { value: type },
    );

  if (!isAuthentication) return;

  const passwords = components.flatMap(({ parameters }) =>
    parameters.map(({ text }) => toText(text)),
  );

  for (const password of new Set(passwords)) check('password', password, place);
  if (new Set(passwords).size > 1) report('password-different', place, {});
}

/** A template of product cards has two cards, and a message up to ten: returns it with as many as the message has. */
const withSentCards = (
  template: Template,
  components: Template['components'],
): readonly TemplateComponent[] =>
  template.components.map((component) => {
    const [card] = component.cards;

    const sent =
      components
        .find(({ type }) => type === 'carousel')
        ?.cards.slice(0, MAX_CARDS) ?? [];

    const isOfProducts = card?.components.some(
      ({ format }) => format === 'product',
    );

    return card && isOfProducts && sent.length > 0
      ? {
          ...component,
          cards: sent.map(({ card_index }) => ({ ...card, card_index })),
        }
      : component;
  });
