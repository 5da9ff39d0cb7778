import type { PreflightData } from '../../../data/schema.ts';
import { toRecord } from '../../core/type-guards.ts';
import { checkVariables } from './check-variables.ts';
import {
  type MessageCheck,
  readSentComponents,
  takeSent,
  toText,
} from './sent-components.ts';
import {
  createTextCheck,
  findVariables,
  type Report,
  type Template,
  type TemplateComponent,
  type TemplatePart,
  walkComponents,
} from './template.ts';

/** The body that Meta gives to an authentication template. */
const AUTHENTICATION_BODY = '{{1}}';
const MAX_CARDS = 10;

/** What a part of a template takes: a file, a button or an offer. */
type Slot = Omit<PreflightData['buttons'][number], 'type'>;

export function checkMessage(
  message: Template,
  path: string,
  template: Template,
  data: PreflightData,
  report: Report,
): void {
  const parts = [...walkComponents(withSentCards(template, message), '')];

  const run: MessageCheck = {
    template,
    data,
    report,
    checkText: createTextCheck(data, report),
    components: message.components,
    path: `${path}.components`,
    isAuthentication: template.category === 'authentication',
    cards: new Set(['', ...parts.map(({ card }) => card)]),
    paths: new Map(),
    left: new Map(),
  };

  readSentComponents(run);
  run.checkText('status', template.status, `${path}.name`);

  for (const part of parts) {
    CHECK_BY_TYPE.get(part.component.type)?.(run, part);
    checkButtons(run, part);
  }

  reportLeft(run);
  if (run.isAuthentication) checkPassword(run);
}

const CHECK_BY_TYPE: ReadonlyMap<
  string,
  (run: MessageCheck, part: TemplatePart) => void
> = new Map([
  ['header', checkHeader],
  ['body', checkTextPart],
  ['limited_time_offer', checkOffer],
  ['carousel', checkCarousel],
]);

function checkHeader(run: MessageCheck, part: TemplatePart): void {
  const { format, type } = part.component;

  if (!format || format === 'text') {
    checkTextPart(run, part);
    return;
  }

  const hasFile = Object.hasOwn(run.data.parameters, format);
  const slot: Slot = hasFile ? { parameter: format, needs: 'value' } : {};

  checkValue(run, `${part.card} ${type}`, { part: type, slot, index: 0 });
}

function checkTextPart(run: MessageCheck, part: TemplatePart): void {
  const { component, card } = part;
  const { type } = component;
  const isAlone = run.template.components.length === 1;
  const limit = isAlone ? 'body-alone' : type;

  checkVariables(run, `${card} ${type}`, {
    part: type,
    text: component.text ?? (run.isAuthentication ? AUTHENTICATION_BODY : ''),
    limit: card ? `card-${type}` : limit,
  });
}

function checkOffer(
  run: MessageCheck,
  { component, card }: TemplatePart,
): void {
  const { type, limited_time_offer } = component;
  const isEnding = toRecord(limited_time_offer).has_expiration === true;

  checkValue(run, `${card} ${type}`, {
    part: 'offer',
    slot: { parameter: type, needs: isEnding ? 'value' : undefined },
    index: 0,
  });
}

function checkCarousel(run: MessageCheck, part: TemplatePart): void {
  const { component, card } = part;
  const { report, path, paths, cards } = run;

  const expected = component.cards?.length;
  const taken = takeSent(run, `${card} ${component.type}`).component;
  const sent = taken?.cards?.length ?? 0;

  if (sent !== expected) report('cards-count', path, { expected, sent });

  for (const [one, own] of paths)
    if (!cards.has(one))
      report('card-unknown', own.replace(/components$/, 'card_index'), {});
}

function checkButtons(run: MessageCheck, { component, card }: TemplatePart) {
  for (const [index, { type, url }] of component.buttons.entries()) {
    const key = `${card} button ${index}`;
    const slot = run.data.buttons.find((one) => one.type === type);

    if (!slot) {
      takeSent(run, key);
      continue;
    }

    const isFixed =
      slot.needs === 'variable' && findVariables(url).length === 0;

    checkValue(run, key, {
      part: 'button',
      slot: isFixed ? { sends: slot.sends } : slot,
      index,
    });
  }
}

/** Checks what a header with a file, a button or an offer takes. */
function checkValue(
  run: MessageCheck,
  key: string,
  { part, slot, index }: { part: string; slot: Slot; index: number },
): void {
  const { report } = run;
  const { sends, parameter, needs, missing = `${part}-missing` } = slot;
  const { component, parameters, path } = takeSent(run, key);
  const [first] = parameters;
  const expected = sends ?? parameter;

  const isMissing = needs === 'component' ? !component : needs && !first;
  if (isMissing) report(missing, path, { index, expected });

  if (sends && component && component.sub_type !== sends)
    report('button-type', `${path}.sub_type`, {
      index,
      expected,
      value: component.sub_type,
    });

  if (first && !parameter)
    report('button-parameters', `${path}.parameters`, { index });

  if (first && parameter && first.type !== parameter)
    report('parameter-type', `${path}.parameters[0]`, {
      part,
      expected: parameter,
      value: first.type,
    });

  if (parameters.length > 1)
    report('values-many', `${path}.parameters`, {
      part,
      sent: parameters.length,
    });

  if (!run.isAuthentication)
    run.checkText(
      `${parameter}-value`,
      first?.text ?? first?.coupon_code,
      path,
    );
}

const TYPES_WITH_RULE = ['button', 'header'];

/** Reports the components that no part of the template takes. */
function reportLeft({ left, report }: MessageCheck): void {
  for (const { type, path } of left.values()) {
    const kind = TYPES_WITH_RULE.includes(type) ? type : 'component';
    report(`${kind}-unknown`, path, { value: type });
  }
}

function checkPassword(run: MessageCheck): void {
  const passwords = run.components.flatMap(({ parameters }) =>
    parameters.map(({ text }) => toText(text)),
  );

  const different = new Set(passwords);

  for (const password of different)
    run.checkText('password', password, run.path);

  if (different.size > 1) run.report('password-different', run.path, {});
}

/** A template of product cards has two cards, and a message up to ten: returns it with as many as the message has. */
const withSentCards = (
  template: Template,
  { components }: Template,
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
