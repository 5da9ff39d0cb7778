import type { PreflightData } from '../../../data/schema.ts';
import { toRecord } from '../../core/type-guards.ts';
import {
  createTextCheck,
  fillVariables,
  findVariables,
  isNumbered,
  type Report,
  type Template,
  type TemplatePart,
  walkComponents,
} from './template.ts';

const PARTS_WITH_VARIABLES = ['header', 'body'];
const FORMATS_WITHOUT_FILE = ['text', 'location', 'product'];

interface TemplateCheck {
  template: Template;
  report: Report;
  checkText: ReturnType<typeof createTextCheck>;
}

export function checkTemplate(
  template: Template,
  path: string,
  data: PreflightData,
  report: Report,
): void {
  const { name, parameter_format, components } = template;
  const checkText = createTextCheck(data, report);
  const run = { template, report, checkText };
  const names: string[] = [];

  for (const part of walkComponents(components, `${path}.components`))
    names.push(...checkPart(run, part));

  const types = components.map(({ type }) => type).join(' ');
  const format = [parameter_format, ...names].join(' ');

  checkText('name', name, `${path}.name`);
  checkText('parts', types, `${path}.components`);
  checkText('variables', format, `${path}.parameter_format`);
}

/** Returns the variables of the part. */
function checkPart(run: TemplateCheck, part: TemplatePart): readonly string[] {
  const { component, path } = part;
  const { type, format, text, example, cards = [] } = component;

  const hasFile =
    type === 'header' && !FORMATS_WITHOUT_FILE.includes(format ?? 'text');

  if (hasFile)
    checkSamples(run, {
      part: type,
      expected: 1,
      example,
      path,
    });

  if (type === 'carousel')
    run.checkText('cards', `${cards.length}`, `${path}.cards`);

  checkButtons(run, part);

  // Meta writes the body of an authentication template.
  const isWrittenByMeta =
    type === 'body' && run.template.category === 'authentication';

  return text && !isWrittenByMeta ? checkTextOfPart(run, part, text) : [];
}

/** Reports samples that are missing for variables or files. */
function checkSamples(
  { report }: TemplateCheck,
  {
    part,
    expected,
    example,
    path,
  }: {
    part: string;
    expected: number;
    example: unknown;
    path: string;
  },
): void {
  const samples =
    typeof example === 'string'
      ? [example]
      : Object.values(toRecord(example)).flat(2);

  const sent = samples.filter(Boolean).length;

  if (sent < expected) report('sample-missing', path, { part, expected, sent });
}

function checkButtons(
  run: TemplateCheck,
  { component: { buttons }, path: own }: TemplatePart,
): void {
  const kinds = buttons.map(({ type }) => type);

  const order = kinds
    .map((kind) => (kind === 'quick_reply' ? 'q' : 'o'))
    .join('');

  run.checkText('buttons', kinds.join(' '), `${own}.buttons`);
  run.checkText('button-order', order, `${own}.buttons`);

  for (const [at, button] of buttons.entries()) {
    const { type, url, example } = button;
    const path = `${own}.buttons[${at}]`;

    for (const field of ['text', 'url', 'phone_number'])
      run.checkText(`button-${field}`, button[field], `${path}.${field}`);

    run.checkText(`${type}-example`, [example].flat()[0], `${path}.example`);

    const isSampleNeeded =
      type === 'copy_code' || findVariables(url).length > 0;

    checkSamples(run, {
      part: 'button',
      expected: Number(isSampleNeeded),
      example,
      path,
    });
  }
}

/** Returns the variables of the text. */
function checkTextOfPart(
  run: TemplateCheck,
  { component: { type, example }, path: own, card }: TemplatePart,
  text: string,
): readonly string[] {
  const { report, checkText } = run;
  const variables = findVariables(text);
  const path = `${own}.text`;

  checkText(card ? `card-${type}` : type, text, path);

  checkSamples(run, {
    // Another type is a text of the sender.
    part: PARTS_WITH_VARIABLES.includes(type) ? type : 'component',
    expected: variables.length,
    example,
    path: own,
  });

  const isOutOfOrder = variables.some((one, at) => Number(one) !== at + 1);

  if (variables.every(isNumbered) && isOutOfOrder)
    report('variables-order', path, {});

  const sent =
    fillVariables(text, () => ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

  const expected = 2 * variables.length + 1;

  if (type === 'body' && expected > 1 && sent < expected)
    report('variables-many', path, { part: type, expected, sent });

  return variables;
}
