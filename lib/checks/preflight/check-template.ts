import type { PreflightData } from '../../../data/schema.ts';
import { toRecord } from '../../core/type-guards.ts';
import {
  createTextCheck,
  fillVariables,
  findVariables,
  isNumbered,
  type Report,
  type Template,
  walkComponents,
} from './template.ts';

const PARTS_WITH_VARIABLES = ['header', 'body'];
const FORMATS_WITHOUT_FILE = ['text', 'location', 'product'];

export function checkTemplate(
  template: Template,
  path: string,
  data: PreflightData,
  report: Report,
): void {
  const { name, category, parameter_format, components } = template;
  const check = createTextCheck(data, report);

  function checkSamples(
    part: string,
    expected: number,
    example: unknown,
    place: string,
  ) {
    const samples =
      typeof example === 'string'
        ? [example]
        : Object.values(toRecord(example)).flat(2);

    const sent = samples.filter(Boolean).length;

    if (sent < expected)
      report('sample-missing', place, { part, expected, sent });
  }

  const names: string[] = [];

  for (const { component, path: own, card } of walkComponents(
    components,
    `${path}.components`,
  )) {
    const { type, format, text, example, buttons, cards = [] } = component;

    const hasFile =
      type === 'header' && !FORMATS_WITHOUT_FILE.includes(format ?? 'text');

    if (hasFile) checkSamples(type, 1, example, own);
    if (type === 'carousel') check('cards', `${cards.length}`, `${own}.cards`);

    const kinds = buttons.map((button) => button.type);

    check('buttons', kinds.join(' '), `${own}.buttons`);

    const order = kinds
      .map((kind) => (kind === 'quick_reply' ? 'q' : 'o'))
      .join('');

    check('button-order', order, `${own}.buttons`);

    buttons.forEach((button, at) => {
      const place = `${own}.buttons[${at}]`;

      for (const field of ['text', 'url', 'phone_number'])
        check(`button-${field}`, button[field], `${place}.${field}`);

      check(
        `${button.type}-example`,
        [button.example].flat()[0],
        `${place}.example`,
      );

      const isSampleNeeded =
        button.type === 'copy_code' || findVariables(button.url).length > 0;

      checkSamples('button', Number(isSampleNeeded), button.example, place);
    });

    // Meta writes the body of an authentication template.
    if (!text || (type === 'body' && category === 'authentication')) continue;
    check(card ? `card-${type}` : type, text, `${own}.text`);

    const variables = findVariables(text);

    names.push(...variables);

    // Another type is a text of the sender.
    checkSamples(
      PARTS_WITH_VARIABLES.includes(type) ? type : 'component',
      variables.length,
      example,
      own,
    );

    if (
      variables.every(isNumbered) &&
      variables.some((one, at) => Number(one) !== at + 1)
    )
      report('variables-order', `${own}.text`, {});

    const sent =
      fillVariables(text, () => ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

    const expected = 2 * variables.length + 1;

    if (type === 'body' && expected > 1 && sent < expected)
      report('variables-many', `${own}.text`, { part: type, expected, sent });
  }

  check('name', name, `${path}.name`);

  check(
    'parts',
    components.map(({ type }) => type).join(' '),
    `${path}.components`,
  );

  check(
    'variables',
    [parameter_format, ...names].join(' '),
    `${path}.parameter_format`,
  );
}
